using System.Text;

namespace Conference.Invitations.Calendars;

/// <summary>
/// Folding of content lines (RFC 5545 section 3.1). Ical.Net counts octets but cuts UTF-16 pairs in two, which
/// leaves a character in neither line (ical-org/ical.net issue 693): its folding is undone and done again.
/// </summary>
internal static class ContentLines
{
    private const int Limit = 75;
    private const string Break = "\r\n ";

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
