using System.Text;

namespace Conference.Platform.Calendars;

/// <summary>
/// Folding of content lines (RFC 5545 section 3.1). Ical.Net counts octets but cuts UTF-16 pairs in two, which
/// leaves a character in neither line (ical-org/ical.net issue 693): its folding is undone and done again.
/// </summary>
public static class ContentLines
{
    private const int Limit = 75;
    private const string Break = "\r\n ";

    /// <summary>The calendar with every line folded to 75 octets of whole characters, each ended by CRLF.</summary>
    public static string Fold(string calendar)
    {
        var lines = calendar.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        var folded = new StringBuilder(calendar.Length + 64);
        foreach (var line in lines)
            Append(folded, line);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= Limit)
        {
            folded.Append(line).Append("\r\n");
            return;
        }

        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Limit)
            {
                folded.Append(Break);
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        folded.Append("\r\n");
    }
}
