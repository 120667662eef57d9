using System.Text.RegularExpressions;

namespace Conference.Contracts.Requests;

/// <summary>
/// Looks for what may be a patient's name, number, date or age in a title (外科関連学会協議会 2004: no name, no id, no
/// date to the day, age as decade). It warns and never refuses: it can be wrong both ways. One rule for the page, which
/// warns while one types, and for the service that takes the request.
/// </summary>
public static partial class TitleCheck
{
    /// <summary>What a title is warned of, one remark a sort; empty for an ordinary one.</summary>
    public static IReadOnlyList<Remark> Warnings(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = CompatibilityForm.Of(title);
        var warnings = new List<Remark>();
        if (Person().IsMatch(text))
            warnings.Add(Warn("title_names_person", "会議名に人名（様・氏・さん・殿）が含まれているようです。患者さんの氏名は書かないでください。", "The title seems to name a person. Do not write patients' names."));
        if (Number().IsMatch(text))
            warnings.Add(Warn("title_has_number", "会議名に 5 桁以上の数字があります。患者番号は書かないでください。", "The title holds a number of five digits or more. Do not write patient numbers."));
        if (FullDate().IsMatch(text))
            warnings.Add(Warn("title_has_date", "会議名に年月日があります。生年月日や受診日は書かないでください。", "The title holds a full date. Do not write dates of birth or of visits."));
        if (Age().IsMatch(text))
            warnings.Add(Warn("title_has_age", "会議名に年齢があります。年齢は「60代」のように書いてください。", "The title holds an exact age. Write the decade instead."));
        return warnings;
    }

    private static Remark Warn(string code, string ja, string en) => new()
    {
        Code = code,
        Ja = $"{ja}この会議名は会議の関係者だけに表示し、ほかの画面では種別名に置き換えます。",
        En = $"{en} This title is shown to those concerned only; elsewhere the kind's name takes its place.",
    };

    // 患者様, 皆さん, 仕様, 摂氏 and the like name nobody; 氏名 and 様式 are other words.
    [GeneratedRegex(@"(?<!患者|皆|客|子|母|父|親|医者|医師|看護師|薬剤師|技師|家族|同|仕|模|多|異|一|各|諸|両|摂|華|たく)(?<=[\p{IsCJKUnifiedIdeographs}々ヶ\p{IsKatakana}\p{IsHiragana}A-Za-z]\.?\s?)(様(?![式態相子々])|氏(?!名)|さん(?!か|せい)|(?<![御神宮社本拝])殿(?![場町堂下様]))")]
    private static partial Regex Person();

    [GeneratedRegex(@"[0-9]{5,}")]
    private static partial Regex Number();

    [GeneratedRegex(@"([0-9]{4}|(令和|平成|昭和|大正|明治|[RHSTM])\s?([0-9]{1,2}|元))\s?[年/.\-]\s?[0-9]{1,2}\s?[月/.\-]\s?[0-9]{1,2}")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,3}\s?(歳|才|さい|y/?o\b|[- ]?years?[- ]old)(?!代|以上|以下|未満)", RegexOptions.IgnoreCase)]
    private static partial Regex Age();
}
