using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Register;

/// <summary>What a hospital's entry must be like. All faults are found at once.</summary>
internal static class HospitalRules
{
    public const int NameLength = 200;
    public const int AreaLength = 100;
    public const int AddressLength = 300;
    public const int MostBeds = 10_000;

    private static readonly DateOnly FirstDay = new(1990, 1, 1);

    public static List<Fault> Check(HospitalEntry entry, DateOnly today)
    {
        var faults = new List<Fault>();
        faults.CheckText("nameJa", ("名称", "the name"), entry.NameJa, NameLength, required: true);
        faults.CheckText("officialNameJa", ("正式名称", "the official name"), entry.OfficialNameJa, NameLength);
        faults.CheckText("nameKana", ("よみ", "the reading"), entry.NameKana, NameLength);
        faults.CheckText("nameEn", ("英語名", "the English name"), entry.NameEn, NameLength);
        faults.CheckText("area2Name", ("二次医療圏", "the medical area"), entry.Area2Name, AreaLength);
        faults.CheckText("address", ("所在地", "the postal address"), entry.Address, AddressLength);
        faults.CheckText("website", ("ウェブサイト", "the website"), entry.Website, AddressLength);
        faults.CheckCode<HospitalKind>("kind", ("指定区分", "the designation"), entry.Kind);
        if (!TryReadWebsite(entry.Website, out _))
            faults.Add(new("website", "invalid_website", "ウェブサイトは http または https の URL にしてください。", "The website must be an http or https URL."));
        if (entry.Beds is < 0 or > MostBeds)
            faults.Add(new("beds", "out_of_range", $"病床数は 0 から {MostBeds} にしてください。", $"Beds must be from 0 to {MostBeds}."));
        if (CheckFirstDay("designatedFrom", entry.DesignatedFrom, today) is { } fault)
            faults.Add(fault);
        return faults;
    }

    public static Fault? CheckFirstDay(string field, DateOnly? from, DateOnly today) => from < FirstDay || from > today
        ? new Fault(field, "out_of_range", "指定日は 1990 年から今日までにしてください。", "The first day of a designation must be from 1990 to today.")
        : null;

    public static Fault? CheckId(string? id) => id is not null && HospitalId.IsValid(id)
        ? null
        : new Fault("hospitalId", "invalid_id", HospitalId.RuleJa, HospitalId.RuleEn);

    /// <summary>Only http and https links are kept: the website is shown as a link. One without a scheme is taken as http.</summary>
    public static bool TryReadWebsite(string? text, out string website)
    {
        website = text?.Trim() ?? "";
        if (website.Length == 0)
            return true;
        if (!website.Contains("://", StringComparison.Ordinal))
            website = $"http://{website}";
        return Uri.TryCreate(website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
    }

    /// <summary>Carries a checked entry over to the hospital.</summary>
    public static void Apply(this HospitalEntry entry, Hospital hospital, DateOnly today)
    {
        _ = Code.TryParse<HospitalKind>(entry.Kind, out var kind);
        _ = TryReadWebsite(entry.Website, out var website);
        hospital.NameJa = entry.NameJa!.Trim();
        hospital.OfficialNameJa = OrElse(entry.OfficialNameJa, hospital.NameJa);
        hospital.NameKana = entry.NameKana?.Trim() ?? "";
        hospital.NameEn = OrElse(entry.NameEn, hospital.NameJa);
        hospital.Kind = kind;
        hospital.Area2Name = entry.Area2Name?.Trim() ?? "";
        hospital.Address = entry.Address?.Trim() ?? "";
        hospital.Website = website;
        hospital.Beds = entry.Beds;
        hospital.Designate(entry.DesignatedFrom ?? today);
        hospital.Touch();
    }

    private static string OrElse(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();
}
