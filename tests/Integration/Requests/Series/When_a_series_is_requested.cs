using System.Net;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Requests.Lifecycle.Commands;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests.Series;

public sealed class When_a_series_is_requested
{
    [Fact]
    public async Task Should_carry_each_occurrence_as_a_conference_of_its_own()
    {
        await using var host = await RequestsHost.StartAsync();

        var accepted = await host.SeriesAsync(SeriesBodies.Weekly(4));
        var view = await host.SeriesUntilAsync(accepted.SeriesId, "all to be asked", series => series.All("AwaitingReplies"));
        await host.SettleAsync();

        accepted.Conferences.ShouldBe(4);
        (view.State, view.Recurrence.InWords.Ja, view.Request.Title).ShouldBe(("Running", "毎週火曜", "定例キャンサーボード（膵）"));
        view.Occurrences.Select(occurrence => occurrence.Start).ShouldBe([.. Enumerable.Range(0, 4).Select(week => (DateTimeOffset?)SeriesBodies.Start(week))]);
        view.Occurrences.Select(occurrence => occurrence.ConferenceId).ShouldBeUnique();
        (await host.ViewAsync(view.Occurrences[0].ConferenceId!.Value)).SeriesId.ShouldBe(accepted.SeriesId);
        host.Partners.Received.OfType<SendInvitations>().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Should_answer_a_repetition_with_the_same_series_and_make_nothing_twice()
    {
        await using var host = await RequestsHost.StartAsync();

        var first = await host.SeriesAsync(SeriesBodies.Weekly(3), "key-1");
        var second = await host.SeriesAsync(SeriesBodies.Weekly(3), "key-1");
        using var other = await host.SendAsync(HttpMethod.Post, "/api/series", SeriesBodies.Weekly(2), key: "key-1");

        (second.SeriesId, second.Number, second.Conferences).ShouldBe((first.SeriesId, first.Number, 3));
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await host.InStoreAsync(async store => (await Task.FromResult(store.Requests.Count())).ShouldBe(3));
    }

    [Fact]
    public async Task Should_invite_nobody_before_all_are_held()
    {
        await using var host = await RequestsHost.StartAsync();
        var slow = SeriesBodies.Start(2).ToUniversalTime();
        HoldSlot? waiting = null;
        host.Partners.OnHold = hold =>
        {
            if (hold.Criteria.Start != slow)
                return Partners.Held(hold);
            waiting = hold;
            return null;
        };

        var accepted = await host.SeriesAsync(SeriesBodies.Weekly(3, "all"));
        var view = await host.SeriesUntilAsync(accepted.SeriesId, "two to be held", series => series.Occurrences.Count(occurrence => occurrence.State == "Reserved") == 2);
        await host.SettleAsync();
        (view.State, host.Partners.Received.OfType<SendInvitations>().Count()).ShouldBe(("Gathering", 0));
        using var refused = await host.SendAsync(HttpMethod.Post, $"/api/conferences/{view.Occurrences[0].ConferenceId}/reschedule", new { slot = new { start = SeriesBodies.Original(5) } });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        await host.PublishAsync(Partners.Held(waiting!));
        view = await host.SeriesUntilAsync(accepted.SeriesId, "all to be asked", series => series.All("AwaitingReplies"));
        await host.SettleAsync();

        view.State.ShouldBe("Running");
        host.Partners.Received.OfType<SendInvitations>().Count().ShouldBe(3);
        host.Partners.Received.OfType<ReleaseSlot>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_invite_one_whose_hold_ran_out_in_the_moment_when_all_were_held()
    {
        await using var host = await RequestsHost.StartAsync();
        var slow = SeriesBodies.Start(1).ToUniversalTime();
        HoldSlot? again = null;
        host.Partners.OnHold = hold =>
        {
            if (hold.Revision > 1)
                again = hold;
            return hold.Revision > 1 || hold.Criteria.Start == slow ? null : Partners.Held(hold);
        };
        var accepted = await host.SeriesAsync(SeriesBodies.Weekly(2, "all"));
        var view = await host.SeriesUntilAsync(accepted.SeriesId, "one to be held", series => series.Occurrences.Any(occurrence => occurrence.State == "Reserved"));
        var held = view.Occurrences.Single(occurrence => occurrence.State == "Reserved").ConferenceId!.Value;

        await host.PublishAsync(new SlotHoldExpired { ConferenceId = held, Revision = 1 });
        await host.SeriesUntilAsync(accepted.SeriesId, "its hold to have run out", series => series.All("Placing") && again is not null);
        await host.PublishAsync(new InviteToOccurrence { ConferenceId = held });
        await host.SettleAsync();
        await host.PublishAsync(Partners.Held(again!));

        await host.SeriesUntilAsync(accepted.SeriesId, "it to be asked", series => series.Occurrences.Any(occurrence => occurrence.State == "AwaitingReplies"));
    }

    [Fact]
    public async Task Should_give_all_back_and_say_which_when_one_cannot_be_held()
    {
        await using var host = await RequestsHost.StartAsync();
        var taken = SeriesBodies.Start(1).ToUniversalTime();
        host.Partners.OnHold = hold => hold.Criteria.Start == taken ? Partners.None(hold) : Partners.Held(hold);

        var accepted = await host.SeriesAsync(SeriesBodies.Weekly(3, "all"));
        var view = await host.SeriesUntilAsync(accepted.SeriesId, "all to be given back", series => series.All("Cancelled"));
        await host.SettleAsync();

        view.State.ShouldBe("Failed");
        view.Occurrences.Where(occurrence => occurrence.Explanation is not null).ShouldHaveSingleItem().Explanation!.Summary.Code.ShouldBe("no_ports");
        host.Partners.Received.OfType<SendInvitations>().ShouldBeEmpty();
        host.Partners.Received.OfType<WithdrawInvitations>().ShouldBeEmpty();
        host.Partners.Received.OfType<ReleaseSlot>().Select(release => release.ConferenceId).Distinct().Count().ShouldBe(3);
        (await host.TimelineAsync(view.Occurrences[0].ConferenceId!.Value))[^1].Why.Code.ShouldBe("series_not_held");
    }

    [Fact]
    public async Task Should_go_on_with_what_fits()
    {
        await using var host = await RequestsHost.StartAsync();
        var taken = SeriesBodies.Start(1).ToUniversalTime();
        host.Partners.OnHold = hold => hold.Criteria.Start == taken ? Partners.None(hold) : Partners.Held(hold);

        var accepted = await host.SeriesAsync(SeriesBodies.Weekly(3));
        var view = await host.SeriesUntilAsync(accepted.SeriesId, "all to be settled", series => series.Occurrences.All(occurrence => occurrence.State is "AwaitingReplies" or "Unplaced"));

        view.Occurrences.Select(occurrence => occurrence.State).ShouldBe(["AwaitingReplies", "Unplaced", "AwaitingReplies"]);
        view.Occurrences[1].Explanation!.Summary.Code.ShouldBe("no_ports");
    }

    [Fact]
    public async Task Should_place_what_was_chosen_and_leave_out_what_rests()
    {
        await using var host = await RequestsHost.StartAsync();
        await host.RestAsync(SeriesBodies.Tuesday.AddDays(7));
        var body = SeriesBodies.Weekly(4, hospitals: ["H1302", "H1303"]);
        body["recurrence"] = new { start = $"{SeriesBodies.Tuesday:yyyy-MM-dd}T17:30", rrule = "FREQ=WEEKLY;COUNT=4", holidays = "skip", except = Array.Empty<string>() };
        body["choices"] = new object[]
        {
            new { originalStart = SeriesBodies.Original(2), start = SeriesBodies.Original(2).Replace("17:30", "18:30", StringComparison.Ordinal), durationMinutes = 45, makeOptional = new[] { "H1303" } },
            new { originalStart = SeriesBodies.Original(3), skip = true },
        };

        var accepted = await host.SeriesAsync(body);
        var view = await host.SeriesUntilAsync(accepted.SeriesId, "both to be asked", series => series.Occurrences.Count(occurrence => occurrence.State == "AwaitingReplies") == 2);

        accepted.Conferences.ShouldBe(2);
        view.Occurrences.Select(occurrence => occurrence.Note?.Code).ShouldBe([null, "rests", "alternative_chosen", "left_out"]);
        (view.Occurrences[2].OriginalStart, view.Occurrences[2].Start).ShouldBe((SeriesBodies.Start(2), SeriesBodies.Start(2, 18)));
        var chosen = await host.ViewAsync(view.Occurrences[2].ConferenceId!.Value);
        (chosen.Request.DurationMinutes, chosen.Participants.Single(hospital => hospital.HospitalId == "H1303").Required).ShouldBe((45, false));
    }

    [Fact]
    public async Task Should_give_every_occurrence_the_class_and_the_waiting_that_were_chosen()
    {
        await using var host = await RequestsHost.StartAsync();
        var body = SeriesBodies.Weekly(2);
        (body["priority"], body["wait"]) = ("high", false);

        var id = (await host.SeriesAsync(body)).SeriesId;
        var view = await host.SeriesUntilAsync(id, "both to be asked", series => series.All("AwaitingReplies"));

        foreach (var occurrence in view.Occurrences)
            (await host.ViewAsync(occurrence.ConferenceId!.Value)).Request.ShouldSatisfyAllConditions(request => request.Priority.ShouldBe(PriorityClass.High), request => request.Wait.ShouldBeFalse());
    }

    [Fact]
    public async Task Should_say_all_that_is_wrong_and_make_nothing()
    {
        await using var host = await RequestsHost.StartAsync();
        var body = SeriesBodies.Weekly(2);
        body["durationMinutes"] = 1440;
        body["recurrence"] = new { start = "2020-01-01T17:30", rrule = "FREQ=SECONDLY" };
        body["participants"] = new[] { new { hospitalId = "H9999" } };

        using var answer = await host.SendAsync(HttpMethod.Post, "/api/series", body);
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        foreach (var code in new[] { "duration_out_of_range", "start_in_past", "frequency_too_high", "unknown_hospital" })
            text.ShouldContain(code);
        await host.InStoreAsync(store => { store.Series.ShouldBeEmpty(); return Task.CompletedTask; });
    }

    [Fact]
    public async Task Should_refuse_a_choice_for_a_time_that_the_rule_does_not_have()
    {
        await using var host = await RequestsHost.StartAsync();
        var body = SeriesBodies.Weekly(2);
        body["choices"] = new[] { new { originalStart = SeriesBodies.Original(7), skip = true } };

        using var answer = await host.SendAsync(HttpMethod.Post, "/api/series", body);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("no_such_occurrence");
    }

    [Theory]
    [InlineData("choice onto another", "choices[0].start")]
    [InlineData("two choices", "choices[1].start")]
    [InlineData("extra", "recurrence.extra")]
    public async Task Should_refuse_occurrences_that_overlap(string what, string field)
    {
        await using var host = await RequestsHost.StartAsync();
        var body = SeriesBodies.Weekly(3, "all");
        var (rule, beside) = ($"{SeriesBodies.Tuesday:yyyy-MM-dd}T17:30", SeriesBodies.Original(2).Replace("17:30", "18:00", StringComparison.Ordinal));
        var third = $"{SeriesBodies.Tuesday.AddDays(3):yyyy-MM-dd}T17:30:00+09:00";
        if (what == "extra")
            body["recurrence"] = new { start = rule, rrule = "FREQ=WEEKLY;COUNT=3", holidays = "keep", extra = new[] { beside[..16] } };
        else if (what == "two choices")
            body["choices"] = new[] { new { originalStart = SeriesBodies.Original(0), start = third }, new { originalStart = SeriesBodies.Original(1), start = third } };
        else
            body["choices"] = new[] { new { originalStart = SeriesBodies.Original(1), start = beside } };

        using var answer = await host.SendAsync(HttpMethod.Post, "/api/series", body);
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        text.ShouldContain("choices_overlap");
        text.ShouldContain(field);
        // One that is left out is in nobody's way.
        body["choices"] = new object[] { new { originalStart = SeriesBodies.Original(1), start = beside }, new { originalStart = SeriesBodies.Original(2), skip = true } };
        body["recurrence"] = new { start = rule, rrule = "FREQ=WEEKLY;COUNT=3", holidays = "keep" };
        (await host.SeriesAsync(body)).Conferences.ShouldBe(2);
    }

    [Fact]
    public async Task Should_show_it_to_those_who_take_part_and_to_nobody_else()
    {
        await using var host = await RequestsHost.StartAsync();
        var accepted = await host.SeriesAsync(SeriesBodies.Weekly(1));

        using var seen = await host.SendAsync(HttpMethod.Get, $"/api/series/{accepted.SeriesId}", caller: Of("H1302"));
        using var hidden = await host.SendAsync(HttpMethod.Get, $"/api/series/{accepted.SeriesId}", caller: Of("H1401"));
        using var refused = await host.SendAsync(HttpMethod.Post, $"/api/series/{accepted.SeriesId}/cancel", new { scope = "all" }, Of("H1302"));

        (seen.StatusCode, hidden.StatusCode, refused.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Forbidden));
        (await (await host.SendAsync(HttpMethod.Get, "/api/series", caller: Of("H1401"))).Content.ReadAsStringAsync()).ShouldContain("\"total\":0");
        (await (await host.SendAsync(HttpMethod.Get, "/api/series", caller: Of("H1302"))).Content.ReadAsStringAsync()).ShouldContain("\"total\":1");
    }

    private static Caller Of(string hospitalId) => new("u2", "施設 一郎", Role.HospitalCoordinator, Scope.OfHospital(hospitalId));
}
