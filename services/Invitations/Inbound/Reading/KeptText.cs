using System.Text;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// Text of a mail that every store can keep: PostgreSQL takes neither NUL nor half a character, and a mail that cannot be
/// stored would come again for ever.
/// </summary>
internal static class KeptText
{
    /// <summary>The beginning of a text, without control characters; <paramref name="lines"/> leaves the ends of lines.</summary>
    public static string Of(string text, int most, bool lines = false)
    {
        var kept = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > most)
                break;
            if (!Rune.IsControl(rune) || (lines && rune.Value == '\n'))
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
