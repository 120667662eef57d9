using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Microsoft.Extensions.Options;

namespace Conference.Hospitals.ConnectionTests;

internal static class RecordConnectionTestEndpoint
{
    // Clocks of the two ends may differ a little.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/sites/{siteId}/connection-tests", Handle)
        .RequirePermission(Permission.ManageSites)
        .Produces<ConnectionTestRecorded>(StatusCodes.Status201Created)
        .WithSummary("Records that a site's connection was tested");

    private static async Task<IResult> Handle(
        string siteId, ConnectionTestEntry entry, Caller caller, HospitalsStore store, TimeProvider clock, IOptions<HospitalsOptions> options, CancellationToken cancellationToken)
    {
        var site = await store.Sites.FindAsync([siteId], cancellationToken);
        if (site is null)
            return Answers.NoSite(siteId);
        if (!caller.May(Permission.ManageSites, site.HospitalId))
            return Answers.NotYours();

        var now = clock.GetUtcNow();
        if (Check(entry, now) is { Count: > 0 } faults)
            return Problem.Invalid(faults);

        var testedAt = entry.TestedAt ?? now;
        var test = new ConnectionTest
        {
            TestId = Guid.CreateVersion7(now),
            SiteId = siteId,
            HospitalId = site.HospitalId,
            TestedAt = testedAt,
            Passed = entry.Passed!.Value,
            ValidUntil = entry.Passed.Value ? testedAt.AddDays(options.Value.ConnectionTestValidDays) : testedAt,
        };
        store.Add(test);
        await store.PublishAsync(test.ToRecorded(), cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/hospitals/{site.HospitalId}", test.ToRecorded());
    }

    private static List<Fault> Check(ConnectionTestEntry entry, DateTimeOffset now)
    {
        var faults = new List<Fault>();
        if (entry.Passed is null)
            faults.Add(new("passed", "required", "合格（true）か不合格（false）を入力してください。", "Enter whether the test passed: true or false."));
        if (entry.TestedAt > now + Ahead)
            faults.Add(new("testedAt", "in_future", "接続テストの日時が未来です。", "The time of the test is in the future."));
        if (entry.TestedAt < now.AddYears(-10))
            faults.Add(new("testedAt", "too_old", "接続テストの日時は 10 年以内にしてください。", "The time of the test must be within the last ten years."));
        return faults;
    }
}
