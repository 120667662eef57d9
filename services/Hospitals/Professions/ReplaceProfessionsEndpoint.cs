using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Professions;

internal static class ReplaceProfessionsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/api/hospitals/{hospitalId}/professions", Handle)
        .RequirePermission(Permission.ManageSites)
        .Produces<HospitalView>()
        .WithSummary("Replaces the professions that a hospital can bring, by day of the week");

    private static async Task<IResult> Handle(string hospitalId, ProfessionsEntry entry, Caller caller, HospitalsStore store, CancellationToken cancellationToken)
    {
        var hospital = await store.FindHospitalAsync(hospitalId, cancellationToken);
        if (hospital is null)
            return Answers.NoHospital(hospitalId);
        if (!caller.May(Permission.ManageSites, hospitalId))
            return Answers.NotYours();
        if (ProfessionRules.Check(entry) is { Count: > 0 } faults)
            return Problem.Invalid(faults);
        if (hospital.IsWithdrawn)
            return Answers.Withdrawn(hospitalId);

        hospital.Professions = ProfessionRules.Read(entry);
        hospital.Touch();
        await store.PublishAsync(hospital.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Ok(await store.ViewAsync(hospital, caller.May(Permission.ReadContacts, hospitalId), cancellationToken));
    }
}
