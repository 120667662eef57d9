using Conference.Contracts.Hospitals;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Conference.Platform.Time;

namespace Conference.Hospitals.Register;

internal static class ChangeHospitalEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/api/hospitals/{hospitalId}", Handle)
        .RequirePermission(Permission.ManageRegistry)
        .Produces<HospitalView>()
        .WithSummary("Changes a hospital; a new name or kind begins a new designation");

    private static async Task<IResult> Handle(
        string hospitalId, HospitalEntry entry, Caller caller, HospitalsStore store, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var hospital = await store.FindHospitalAsync(hospitalId, cancellationToken);
        if (hospital is null)
            return Answers.NoHospital(hospitalId);
        if (!caller.May(Permission.ManageRegistry, hospitalId))
            return Answers.NotYours();

        var today = network.DayOf(clock.GetUtcNow());
        if (HospitalRules.Check(entry, today) is { Count: > 0 } faults)
            return Problem.Invalid(faults);
        if (hospital.IsWithdrawn)
            return Answers.Withdrawn(hospitalId);

        entry.Apply(hospital, today);
        await store.PublishAsync(hospital.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Ok(await store.ViewAsync(hospital, caller.May(Permission.ReadContacts, hospitalId), cancellationToken));
    }
}
