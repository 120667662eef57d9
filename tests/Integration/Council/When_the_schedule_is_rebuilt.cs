using System.Collections.Concurrent;
using System.Net;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Council;

public sealed class When_the_schedule_is_rebuilt
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly DateTimeOffset Start = new(2026, 12, 10, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_ask_the_owners_for_everything_and_keep_what_is_newest()
    {
        await using var council = await CouncilHost.StartAsync();
        var asked = new ConcurrentBag<object>();
        council.Listen<RepublishConferences>(asked.Add);
        council.Listen<RepublishHospitals>(asked.Add);
        await council.SendAsync(Said.Conference(Id, Start, "H1301", ["H1302"], version: 4), Said.Record(Id, ("H1301", Profession.Nurse, 1, 0)), Said.Hospital("H1301", "がん研有明病院"));
        await council.UntilAsync(async store => await store.Conferences.AnyAsync() && await store.Records.AnyAsync() && await store.Hospitals.AnyAsync());

        using (var http = council.As(Role.NationalCoordinator, "nation"))
        using (var answer = await http.PostAsync(new Uri("/api/schedule/rebuild", UriKind.Relative), null))
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await council.UntilAsync(_ => Task.FromResult(asked.Count == 2));
        (await council.InStoreAsync(store => store.Conferences.AnyAsync())).ShouldBeFalse();
        (await council.InStoreAsync(store => store.ConferenceHospitals.AnyAsync())).ShouldBeFalse();
        (await council.InStoreAsync(store => store.Records.AnyAsync())).ShouldBeFalse();
        (await council.InStoreAsync(store => store.Hospitals.AnyAsync())).ShouldBeFalse();

        // An event that was under way, a newer one, and what the owner sends again.
        await council.SendAsync(
            Said.Conference(Id, Start, "H1301", ["H1302"], version: 3, state: "Confirming"),
            Said.Conference(Id, Start.AddDays(1), "H1301", ["H1303"], version: 5, state: "Confirmed"),
            Said.Conference(Id, Start, "H1301", ["H1302"], version: 4, state: "Confirmed"),
            Said.Hospital("H1399", "最後"));
        await council.UntilAsync(async store => await store.Hospitals.AnyAsync() && await store.Conferences.AnyAsync(conference => conference.Version == 5));
        var kept = await council.InStoreAsync(store => store.Conferences.Include(conference => conference.Hospitals).SingleAsync());
        kept.Start.ShouldBe(Start.AddDays(1));
        kept.Hospitals.Select(row => row.HospitalId).Order().ShouldBe(["H1301", "H1303"]);
    }

    [Fact]
    public async Task Should_be_for_those_who_run_the_network()
    {
        await using var council = await CouncilHost.StartAsync();
        using var http = council.As(Role.CouncilMember, "nation");
        using var answer = await http.PostAsync(new Uri("/api/schedule/rebuild", UriKind.Relative), null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
