using Conference.Contracts.Hospitals;
using Conference.Hospitals.Sites;
using Conference.Hospitals.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Register;

/// <summary>A hospital as events and answers show it.</summary>
internal static class HospitalViews
{
    /// <summary>The hospital with all that belongs to the aggregate; null when there is none.</summary>
    public static Task<Hospital?> FindHospitalAsync(this HospitalsStore store, string hospitalId, CancellationToken cancellationToken) =>
        store.Hospitals.Include(hospital => hospital.Sites).Include(hospital => hospital.History).AsSplitQuery()
            .SingleOrDefaultAsync(hospital => hospital.HospitalId == hospitalId, cancellationToken);

    public static HospitalChanged ToChanged(this Hospital hospital) => new()
    {
        HospitalId = hospital.HospitalId,
        Version = hospital.Version,
        NameJa = hospital.NameJa,
        NameEn = hospital.NameEn,
        Prefecture = hospital.Prefecture,
        Kind = hospital.Kind,
        Withdrawn = hospital.IsWithdrawn,
        Sites = [.. hospital.Sites.OrderBy(site => site.Serial).Select(site => site.ToContract())],
        Professions = hospital.Professions,
    };

    public static async Task<HospitalView> ViewAsync(this HospitalsStore store, Hospital hospital, bool withContacts, CancellationToken cancellationToken)
    {
        var contacts = withContacts
            ? await store.Contacts.AsNoTracking().SingleOrDefaultAsync(list => list.HospitalId == hospital.HospitalId, cancellationToken)
            : null;
        return new HospitalView
        {
            HospitalId = hospital.HospitalId,
            NameJa = hospital.NameJa,
            OfficialNameJa = hospital.OfficialNameJa,
            NameEn = hospital.NameEn,
            NameKana = hospital.NameKana,
            Prefecture = hospital.Prefecture,
            Kind = hospital.Kind,
            Area2Name = hospital.Area2Name,
            Address = hospital.Address,
            Website = hospital.Website,
            Beds = hospital.Beds,
            Withdrawn = hospital.IsWithdrawn,
            Sites = await store.ViewSitesAsync(hospital.Sites, cancellationToken),
            Professions = hospital.Professions,
            Contacts = contacts?.Contacts ?? [],
            History = [.. hospital.History.OrderByDescending(designation => designation.From).Select(ToContract)],
        };
    }

    private static Designation ToContract(HospitalDesignation designation) =>
        new() { Kind = designation.Kind, NameJa = designation.NameJa, From = designation.From, To = designation.To };
}
