using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Registry;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Register;

internal static class ListHospitalsEndpoint
{
    private const int LongestQuestion = 100;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/hospitals", Handle)
        .RequirePermission(Permission.ReadHospitals)
        .Produces<Page<HospitalListItem>>()
        .WithSummary("Hospitals by prefecture, kind and part of a name");

    private static async Task<IResult> Handle(
        string? prefecture, string? kind, string? q, bool? withdrawn, string? page, string? pageSize, HospitalsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (prefecture is not null && !Prefectures.IsCode(prefecture))
            faults.Add(new("prefecture", "unknown_prefecture", "prefecture は 01 から 47 の 2 桁にしてください。", "prefecture must be two digits from 01 to 47."));
        if (kind is not null)
            faults.CheckCode<HospitalKind>("kind", ("指定区分", "the designation"), kind);
        faults.CheckText("q", ("検索する語", "the words to find"), q, LongestQuestion);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var hospitals = store.Hospitals.AsNoTracking();
        if (prefecture is not null)
            hospitals = hospitals.Where(hospital => hospital.Prefecture == prefecture);
        if (Code.TryParse<HospitalKind>(kind, out var wanted))
            hospitals = hospitals.Where(hospital => hospital.Kind == wanted);
        if (withdrawn is not null)
            hospitals = hospitals.Where(hospital => hospital.WithdrawnAt != null == withdrawn);
        if (q is not null && SearchText.Fold(q) is { Length: > 0 } text)
            hospitals = hospitals.Where(hospital => hospital.SearchText.Contains(text));

        var shown = hospitals.OrderBy(hospital => hospital.HospitalId).Skip(paging.Skip).Take(paging.Size).Select(hospital => new HospitalListItem
        {
            HospitalId = hospital.HospitalId,
            NameJa = hospital.NameJa,
            NameEn = hospital.NameEn,
            NameKana = hospital.NameKana,
            Prefecture = hospital.Prefecture,
            Kind = hospital.Kind,
            Withdrawn = hospital.WithdrawnAt != null,
        });
        return Results.Ok(new Page<HospitalListItem> { Items = await shown.ToListAsync(cancellationToken), Total = await hospitals.CountAsync(cancellationToken) });
    }
}
