namespace Conference.Invitations.Linting;

/// <summary><c>lint FILE…</c>: checks mails (<c>.eml</c>) and calendars (<c>.ics</c>) and says which rules they break.</summary>
internal static class LintVerb
{
    /// <returns>0 when all are good, 1 when any breaks a rule, 2 when a file cannot be read.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            await Console.Error.WriteLineAsync("lint FILE.eml|FILE.ics …");
            return 2;
        }

        var worst = 0;
        foreach (var file in files)
            worst = Math.Max(worst, await CheckAsync(file));
        return worst;
    }

    private static async Task<int> CheckAsync(string file)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(file);
            var findings = Path.GetExtension(file).Equals(".ics", StringComparison.OrdinalIgnoreCase) ? MailLinter.CheckCalendar(bytes) : MailLinter.Check(bytes);
            Console.WriteLine(findings.Count == 0 ? $"✓ {file}" : $"✗ {file}");
            foreach (var finding in findings)
                Console.WriteLine($"  {finding}");
            return findings.Count == 0 ? 0 : 1;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}: {unreadable.Message}");
            return 2;
        }
    }
}
