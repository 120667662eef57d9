using System.Data.Common;
using Conference.Audit.Report;

namespace Conference.Audit;

/// <summary>The command line: reads the settings, runs the audit, prints what it found.</summary>
public static class AuditCommand
{
    private const int AllProved = 0;
    private const int HasFindings = 1;
    private const int WrongSettings = 2;

    /// <summary>Runs the command and gives its exit code: 0 all proved, 1 findings, 2 wrong settings or a store that cannot be read.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            var settings = AuditSettings.Read(args);
            var report = await new Auditor(settings, TimeProvider.System).RunAsync();
            await output.WriteLineAsync(settings.Json ? JsonReport.Write(report) : PlainReport.Write(report, settings.Language));
            return report.Proved ? AllProved : HasFindings;
        }
        catch (WrongSettingException wrong)
        {
            await errors.WriteLineAsync(wrong.Message);
            return WrongSettings;
        }
        catch (DbException failure)
        {
            // Messages of the drivers name host and file, never the password.
            await errors.WriteLineAsync($"ストアを読めません。Database:Postgres または Data:Path を確認してください。/ A store cannot be read; check Database:Postgres or Data:Path. {failure.Message}");
            return WrongSettings;
        }
    }
}
