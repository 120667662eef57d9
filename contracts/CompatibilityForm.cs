using System.Text;

namespace Conference.Contracts;

/// <summary>
/// Text as it is compared, whichever keyboard wrote it: full-width letters and digits as ordinary ones, half-width kana as
/// full-width ones (Unicode NFKC, UAX #15).
/// </summary>
public static class CompatibilityForm
{
    private const char NoCharacter = '\uFFFE';

    /// <summary>The form of any text; never fails.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // .NET throws at this one, which anybody can send.
        return text.Replace(NoCharacter, '\uFFFD').Normalize(NormalizationForm.FormKC);
    }
}
