using Conference.Hospitals.Register;

namespace Conference.Hospitals.Registry;

/// <summary>
/// Carries over what the registry changed since it was last read, field by field: what people corrected here
/// stays, until the registry itself says something new about that field.
/// </summary>
internal static class RegistryMerge
{
    /// <summary>Whether anything of the hospital is different now.</summary>
    public static bool Take(this Hospital hospital, RegistryEntry now, DateOnly asOf)
    {
        var last = hospital.Registry;
        if (now == last)
            return false;

        var before = Fields(hospital);
        hospital.NameJa = Pick(hospital.NameJa, last?.NameJa, now.NameJa);
        hospital.OfficialNameJa = Pick(hospital.OfficialNameJa, last?.OfficialNameJa, now.OfficialNameJa);
        hospital.NameKana = Pick(hospital.NameKana, last?.NameKana, now.NameKana);
        hospital.NameEn = Pick(hospital.NameEn, last?.NameEn, now.NameEn);
        hospital.Kind = now.Kind == last?.Kind ? hospital.Kind : now.Kind;
        hospital.Area2Name = Pick(hospital.Area2Name, last?.Area2Name, now.Area2Name);
        hospital.Address = Pick(hospital.Address, last?.Address, now.Address);
        hospital.Website = Pick(hospital.Website, last?.Website, now.Website);
        hospital.Beds = last is not null && now.Beds == last.Beds ? hospital.Beds : now.Beds;
        hospital.Registry = now;
        if (Fields(hospital) == before)
            return false;

        hospital.Designate(asOf);
        hospital.Touch();
        return true;
    }

    private static string Pick(string present, string? last, string now) => now == last ? present : now;

    private static RegistryEntry Fields(Hospital hospital) => new()
    {
        HospitalId = hospital.HospitalId,
        Prefecture = hospital.Prefecture,
        Kind = hospital.Kind,
        NameJa = hospital.NameJa,
        OfficialNameJa = hospital.OfficialNameJa,
        NameKana = hospital.NameKana,
        NameEn = hospital.NameEn,
        Area2Name = hospital.Area2Name,
        Address = hospital.Address,
        Website = hospital.Website,
        Beds = hospital.Beds,
    };
}
