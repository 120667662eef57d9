using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Hospitals;

namespace Conference.Portal.Components.Hospitals;

/// <summary>Finds hospitals as people type: half or full width, hiragana or katakana, Japanese or English.</summary>
internal static class HospitalSearch
{
    private static readonly CompareInfo Japanese = CultureInfo.GetCultureInfo("ja-JP").CompareInfo;

    public static bool Matches(HospitalListItem hospital, string text) => CompatibilityForm.Of(text)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(word => Contains(hospital.NameJa, word) || Contains(hospital.NameKana, word) || Contains(hospital.NameEn, word) || Contains(hospital.HospitalId, word));

    private static bool Contains(string name, string word) =>
        Japanese.IndexOf(name, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreKanaType | CompareOptions.IgnoreWidth) >= 0;
}
