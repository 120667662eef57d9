using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Hospitals;

namespace Conference.Portal.Pages.Hospitals.Registry;

/// <summary>The form of a hospital. What is no number or date goes to the service as one that it refuses, beside the field.</summary>
public sealed class HospitalFields
{
    /// <summary>Registry code; asked for only when registering.</summary>
    public string? HospitalId { get; set; }

    /// <summary>Name.</summary>
    public string? NameJa { get; set; }

    /// <summary>Official name.</summary>
    public string? OfficialNameJa { get; set; }

    /// <summary>Reading in katakana.</summary>
    public string? NameKana { get; set; }

    /// <summary>Name in English.</summary>
    public string? NameEn { get; set; }

    /// <summary>Code of the designation.</summary>
    public string? Kind { get; set; }

    /// <summary>First day of this name and designation.</summary>
    public string? DesignatedFrom { get; set; }

    /// <summary>Secondary medical area.</summary>
    public string? Area2Name { get; set; }

    /// <summary>Postal address.</summary>
    public string? Address { get; set; }

    /// <summary>Website.</summary>
    public string? Website { get; set; }

    /// <summary>Beds.</summary>
    public string? Beds { get; set; }

    /// <summary>The form as the hospital stands.</summary>
    public static HospitalFields Of(HospitalView? hospital) => hospital is null ? new() : new()
    {
        NameJa = hospital.NameJa,
        OfficialNameJa = hospital.OfficialNameJa,
        NameKana = hospital.NameKana,
        NameEn = hospital.NameEn,
        Kind = Code.Of(hospital.Kind),
        Area2Name = hospital.Area2Name,
        Address = hospital.Address,
        Website = hospital.Website,
        Beds = hospital.Beds?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What is sent.</summary>
    public HospitalEntry ToEntry() => new()
    {
        HospitalId = HospitalId?.Trim().ToUpperInvariant(),
        NameJa = NameJa,
        OfficialNameJa = OfficialNameJa,
        NameKana = NameKana,
        NameEn = NameEn,
        Kind = Kind,
        DesignatedFrom = Day(DesignatedFrom),
        Area2Name = Area2Name,
        Address = Address,
        Website = Website,
        Beds = Number(Beds),
    };

    internal static DateOnly? Day(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;

    private static int? Number(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
