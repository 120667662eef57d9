using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Contacts;

internal static class ReplaceContactsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPut("/api/hospitals/{hospitalId}/contacts", Handle)
        .RequirePermission(Permission.ManageSites)
        .Produces<IReadOnlyList<HospitalContact>>()
        .WithSummary("Replaces a hospital's contacts");

    private static async Task<IResult> Handle(string hospitalId, IReadOnlyList<ContactEntry?> entries, Caller caller, HospitalsStore store, CancellationToken cancellationToken)
    {
        var hospital = await store.FindHospitalAsync(hospitalId, cancellationToken);
        if (hospital is null)
            return Answers.NoHospital(hospitalId);
        if (!caller.May(Permission.ManageSites, hospitalId))
            return Answers.NotYours();

        var list = await store.Contacts.SingleAsync(known => known.HospitalId == hospitalId, cancellationToken);
        if (ContactRules.Check(entries, list.Contacts) is { Count: > 0 } faults)
            return Problem.Invalid(faults);
        if (hospital.IsWithdrawn)
            return Answers.Withdrawn(hospitalId);

        list.Replace(ContactRules.ToContacts(entries));
        await store.PublishAsync(list.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Ok(list.Contacts);
    }
}
