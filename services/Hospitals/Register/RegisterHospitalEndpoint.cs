using Conference.Contracts.Hospitals;
using Conference.Hospitals.Contacts;
using Conference.Hospitals.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Register;

internal static class RegisterHospitalEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/hospitals", Handle)
        .RequirePermission(Permission.ManageRegistry)
        .Produces<HospitalView>(StatusCodes.Status201Created)
        .WithSummary("Registers a hospital with one site and one placeholder contact");

    private static async Task<IResult> Handle(HospitalEntry entry, HospitalsStore store, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = network.DayOf(clock.GetUtcNow());
        var faults = HospitalRules.Check(entry, today);
        if (HospitalRules.CheckId(entry.HospitalId) is { } fault)
            faults.Insert(0, fault);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var hospitalId = entry.HospitalId!;
        if (await store.Hospitals.AnyAsync(known => known.HospitalId == hospitalId, cancellationToken))
            return Problem.Conflict(new("hospitalId", "already_registered", $"施設 {hospitalId} は登録済みです。", $"Hospital {hospitalId} is registered already."));

        var hospital = NewHospital.Make(hospitalId);
        entry.Apply(hospital, today);
        var contacts = NewHospital.PlaceholderContact(hospital);
        store.Concerns("hospitalId", hospitalId);
        store.Add(hospital);
        store.Add(contacts);
        await store.PublishAsync(hospital.ToChanged(), cancellationToken);
        await store.PublishAsync(contacts.ToChanged(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/hospitals/{hospitalId}", await store.ViewAsync(hospital, withContacts: true, cancellationToken));
    }
}
