using System.Text.RegularExpressions;

namespace Conference.Portal.Pages.Requesting;

/// <summary>
/// What looks like a patient's name, number, birthday or age in a title (外科関連学会協議会 2004). It warns while
/// one types; the service that takes the request looks again.
/// </summary>
internal static partial class PrivacyWarning
{
    /// <summary>Keys of the warnings that apply.</summary>
    public static IEnumerable<string> Of(string text)
    {
        if (Name().IsMatch(text))
            yield return "privacy.name";
        if (LongNumber().IsMatch(text))
            yield return "privacy.number";
        if (FullDate().IsMatch(text))
            yield return "privacy.date";
        if (Age().IsMatch(text))
            yield return "privacy.age";
    }

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}A-Za-z](様|氏(?!名)|さん|殿)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\d{5,}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\d{4}\s*[年/\-.]\s*\d{1,2}\s*[月/\-.]\s*\d{1,2}|(昭和|平成|令和|[SHR])\s*\d{1,2}\s*[年.]\s*\d{1,2}\s*[月.]\s*\d{1,2}")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\d{1,3}\s*(歳(?!代)|才(?!代)|y/?o\b|years old)", RegexOptions.IgnoreCase)]
    private static partial Regex Age();
}
