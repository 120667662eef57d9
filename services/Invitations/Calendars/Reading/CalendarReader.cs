using System.Text;

namespace Conference.Invitations.Calendars.Reading;

/// <summary>
/// Reads iCalendar text into components without making sense of it: nothing is expanded, nothing is looked up, and
/// how much is read has a limit, so that no text can keep it busy. Bytes are unfolded before they are decoded, since
/// many writers fold within a character.
/// </summary>
internal static class CalendarReader
{
    /// <summary>Longest text that is read.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int MaxLines = 20_000;
    private const int MaxDepth = 8;

    /// <summary>The calendars in a text, or why it is not read.</summary>
    public static CalendarReading Read(ReadOnlySpan<byte> bytes, Encoding? encoding = null)
    {
        if (bytes.Length > MaxBytes)
            return new CalendarReading([], "calendar_too_large");
        List<CalendarNode> calendars = [];
        var open = new Stack<CalendarNode>();
        var (lines, passedOver) = (0, 0);
        foreach (var line in Unfold(bytes, encoding ?? Encoding.UTF8))
        {
            if (++lines > MaxLines)
                return new CalendarReading([], "calendar_too_large");
            if (CalendarProperty.Parse(line) is not { } property)
            {
                passedOver++;
                continue;
            }

            if (property.Name == "BEGIN")
            {
                if (open.Count == MaxDepth)
                    return new CalendarReading([], "calendar_too_deep");
                Begin(property.Value.Trim().ToUpperInvariant(), open, calendars);
            }
            else if (property.Name == "END")
            {
                End(property.Value.Trim(), open);
            }
            else if (open.TryPeek(out var inner))
            {
                inner.Properties.Add(property);
            }
        }

        return new CalendarReading(calendars, calendars.Count == 0 ? "not_a_calendar" : null, passedOver);
    }

    private static void Begin(string name, Stack<CalendarNode> open, List<CalendarNode> calendars)
    {
        // A second calendar that begins before the first was ended: some writers forget the END.
        if (name == "VCALENDAR")
            open.Clear();
        var node = new CalendarNode(name);
        if (open.TryPeek(out var parent))
            parent.Children.Add(node);
        else if (name == "VCALENDAR")
            calendars.Add(node);
        else
            return;
        open.Push(node);
    }

    private static void End(string name, Stack<CalendarNode> open)
    {
        if (!open.Any(node => node.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return;
        while (!open.Pop().Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            // What was not ended itself ends with what it stands in.
        }
    }

    private static List<string> Unfold(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        List<string> lines = [];
        var line = new List<byte>(128);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] is not ((byte)'\r' or (byte)'\n'))
            {
                line.Add(bytes[at]);
                continue;
            }

            if (bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n')
                at++;
            if (at + 1 < bytes.Length && bytes[at + 1] is (byte)' ' or (byte)'\t')
                at++;
            else
                Take(lines, line, encoding);
        }

        Take(lines, line, encoding);
        return lines;
    }

    private static void Take(List<string> lines, List<byte> line, Encoding encoding)
    {
        if (line.Count > 0)
            lines.Add(encoding.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line)));
        line.Clear();
    }
}

/// <summary>What was read: calendars, or the name of why not; and how many lines made no sense.</summary>
internal sealed record CalendarReading(IReadOnlyList<CalendarNode> Calendars, string? Fault, int PassedOver = 0);
