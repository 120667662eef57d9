namespace Conference.Hospitals.Registry;

/// <summary>The columns that are read. A file may have others, in any order.</summary>
internal static class RegistryColumns
{
    public const string Id = "id";
    public const string Prefecture = "jis_pref";
    public const string Kind = "kind";
    public const string NameJa = "name_ja";
    public const string OfficialNameJa = "official_name_ja";
    public const string NameKana = "official_name_kana";
    public const string NameEn = "name_en";
    public const string Area2Name = "area2_name";
    public const string Address = "address";
    public const string Website = "website";
    public const string Beds = "beds_total";

    public static readonly string[] All = [Id, Prefecture, Kind, NameJa, OfficialNameJa, NameKana, NameEn, Area2Name, Address, Website, Beds];
}
