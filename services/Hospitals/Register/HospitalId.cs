using System.Text.RegularExpressions;

namespace Conference.Hospitals.Register;

/// <summary>Registry codes: <c>H</c>, the prefecture's JIS code (01 to 47), a serial of two digits or more.</summary>
internal static partial class HospitalId
{
    public const int Length = 10;

    public const string RuleJa = "施設コードは H、都道府県コード（01～47）、2 桁以上の番号の順に、10 文字以内で入れてください（例：H1302）。";
    public const string RuleEn = "An id is H, the prefecture's code (01 to 47) and a serial of two digits or more, at most 10 characters, for example H1302.";

    public static bool IsValid(string id) => id.Length <= Length && Pattern().IsMatch(id);

    public static string PrefectureOf(string id) => id[1..3];

    [GeneratedRegex("^H(0[1-9]|[1-3][0-9]|4[0-7])[0-9]{2,}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
