using System.Text.Unicode;

namespace Conference.Invitations.Linting;

/// <summary>Rules about the bytes of a calendar, before anything is read from them (RFC 5545 section 3.1).</summary>
internal static class CalendarText
{
    private const int Longest = 75;

    public static IEnumerable<LintFinding> Check(byte[] calendar)
    {
        var lines = 0;
        var from = 0;
        while (from < calendar.Length)
        {
            lines++;
            var end = calendar.AsSpan(from).IndexOf((byte)'\n');
            if (end < 0)
            {
                yield return new LintFinding("calendar-line-ends", $"line {lines} is not ended");
                yield break;
            }

            if (Fault(calendar.AsSpan(from, end), lines) is { } fault)
                yield return fault;
            from += end + 1;
        }
    }

    private static LintFinding? Fault(ReadOnlySpan<byte> line, int number)
    {
        if (line.Length == 0 || line[^1] != '\r')
            return new LintFinding("calendar-line-ends", $"line {number} does not end with CRLF");
        line = line[..^1];
        if (line.Length == 0)
            return new LintFinding("calendar-empty-line", $"line {number}");
        if (line.Length > Longest)
            return new LintFinding("calendar-fold", $"line {number} has {line.Length} octets, more than {Longest}");
        if (!Utf8.IsValid(line))
            return new LintFinding("calendar-fold-in-character", $"line {number} is not whole UTF-8");
        foreach (var octet in line)
        {
            if (octet < 0x20 && octet != '\t')
                return new LintFinding("calendar-control-character", $"line {number} holds octet {octet:x2}");
        }

        return null;
    }
}
