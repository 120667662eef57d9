using Conference.Contracts.Hospitals;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Time;

namespace Conference.Hospitals.Register;

internal static class WithdrawHospitalEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/hospitals/{hospitalId}/withdraw", Handle)
        .RequirePermission(Permission.ManageRegistry)
        .Produces<HospitalView>()
        .WithSummary("Takes a hospital out of the network; its history stays. Asking twice changes nothing.");

    private static async Task<IResult> Handle(
        string hospitalId, Caller caller, HospitalsStore store, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var hospital = await store.FindHospitalAsync(hospitalId, cancellationToken);
        if (hospital is null)
            return Answers.NoHospital(hospitalId);
        if (!caller.May(Permission.ManageRegistry, hospitalId))
            return Answers.NotYours();

        if (!hospital.IsWithdrawn)
        {
            var now = clock.GetUtcNow();
            hospital.Withdraw(now, network.DayOf(now));
            await store.PublishAsync(hospital.ToChanged(), cancellationToken);
            await store.SaveChangesAsync(cancellationToken);
        }

        return Results.Ok(await store.ViewAsync(hospital, caller.May(Permission.ReadContacts, hospitalId), cancellationToken));
    }
}
