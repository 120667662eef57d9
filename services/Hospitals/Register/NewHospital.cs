using Conference.Contracts.Hospitals;
using Conference.Hospitals.Contacts;
using Conference.Hospitals.Sites;

namespace Conference.Hospitals.Register;

/// <summary>What every new hospital begins with: one site, and one contact that nobody can be reached by yet.</summary>
internal static class NewHospital
{
    public static Hospital Make(string hospitalId) => new()
    {
        HospitalId = hospitalId,
        Prefecture = HospitalId.PrefectureOf(hospitalId),
        NameJa = "",
        OfficialNameJa = "",
        NameKana = "",
        NameEn = "",
        Kind = default,
        Area2Name = "",
        Address = "",
        Website = "",
        Sites = [Site.New(hospitalId, 1, "第1会場")],
    };

    // RFC 2606: mail to .example never leaves the mail drop.
    public static ContactList PlaceholderContact(Hospital hospital)
    {
        var list = new ContactList { HospitalId = hospital.HospitalId };
        list.Replace(
        [
            new HospitalContact
            {
                ContactId = Guid.CreateVersion7(),
                Name = $"{hospital.NameJa} 施設窓口",
                Email = $"{hospital.HospitalId.ToLowerInvariant()}@hospitals.example",
                Role = ContactRole.SiteContact,
            },
        ]);
        return list;
    }
}
