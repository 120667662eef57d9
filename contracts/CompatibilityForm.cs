using System.Text;

namespace Conference.Contracts;

/// <summary>
/// Text as it is compared, whichever keyboard wrote it: full-width letters and digits as ordinary ones, half-width kana as
/// full-width ones (Unicode NFKC, UAX #15).
/// </summary>
public static class CompatibilityForm
{
    // No character (Unicode, 23.7), though it can be sent; .NET normalizes no text that holds it.
    private const int NoCharacter = 0xFFFE;

    /// <summary>The form of any text; never fails.</summary>
    public static string Of(string text) => Whole(text).Normalize(NormalizationForm.FormKC);

    /// <summary>The text with U+FFFD wherever it holds no character: half of a pair, or U+FFFE.</summary>
    public static string Whole(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
            whole.Append(letter.Value == NoCharacter ? Rune.ReplacementChar : letter);
        return whole.ToString();
    }
}
