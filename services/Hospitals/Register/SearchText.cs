using System.Text;
using Conference.Contracts;

namespace Conference.Hospitals.Register;

/// <summary>
/// The form in which names are searched: compatibility forms folded (NFKC), lower case, hiragana as katakana, no
/// blanks, so that がんけん, ガンケン and ｶﾞﾝｹﾝ find the same.
/// </summary>
internal static class SearchText
{
    private const int KanaOffset = 'ァ' - 'ぁ';

    public static string Of(params IEnumerable<string> texts) => string.Join('|', texts.Select(Fold).Where(text => text.Length > 0).Distinct());

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in CompatibilityForm.Of(text))
        {
            if (!char.IsWhiteSpace(letter))
                folded.Append(letter is >= 'ぁ' and <= 'ゖ' ? (char)(letter + KanaOffset) : char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}
