using Conference.Contracts.Hospitals;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;

namespace Conference.Hospitals.Register;

internal static class ShowHospitalEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/hospitals/{hospitalId}", Handle)
        .RequirePermission(Permission.ReadHospitals)
        .Produces<HospitalView>()
        .WithSummary("A hospital with its sites, contacts and history");

    private static async Task<IResult> Handle(string hospitalId, Caller caller, HospitalsStore store, CancellationToken cancellationToken) =>
        await store.FindHospitalAsync(hospitalId, cancellationToken) is { } hospital
            ? Results.Ok(await store.ViewAsync(hospital, caller.May(Permission.ReadContacts, hospitalId), cancellationToken))
            : Answers.NoHospital(hospitalId);
}
