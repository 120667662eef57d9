using System.Text.Json;
using System.Text.Json.Nodes;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Hospitals;
using Conference.Requests.Requesting;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class RequestReadingTests
{
    private const string Design = """
        { "title": "合同キャンサーボード（膵）", "kind": "joint_cancer_board", "hostHospitalId": "H1301", "durationMinutes": 60,
          "window": { "from": "2026-12-07", "to": "2026-12-25" },
          "hours": { "from": "17:00", "to": "20:00", "days": ["mon","tue","wed","thu","fri"], "skipHolidays": true },
          "participants": [ { "hospitalId": "H1302", "required": true, "role": "presenter" }, { "hospitalId": "H1401", "required": false } ],
          "quorum": { "minimumHospitals": 2, "professions": ["pathologist", "physician_diagrad"] },
          "replyWithinDays": 7, "onDeadline": "confirm_if_quorum" }
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly NetworkTime Network = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    private static readonly Dictionary<string, KnownHospital> Known = new[] { "H1301", "H1302", "H1401", "H1309" }.ToDictionary(
        id => id, id => new KnownHospital { HospitalId = id, NameJa = id, NameEn = id, Withdrawn = id == "H1309", ActiveSites = [$"{id}-1"] });

    [Fact]
    public void Read_BodyOfTheDesign_IsTakenWhole()
    {
        var (request, faults) = Read(Design);
        faults.ShouldBeEmpty();
        request!.Participants.Select(hospital => (hospital.HospitalId, hospital.Required, hospital.Role))
            .ShouldBe([("H1302", true, ParticipantRole.Presenter), ("H1401", false, ParticipantRole.Observer)]);
        request.Quorum.Professions.ShouldBe([Profession.Pathologist, Profession.PhysicianDiagrad]);
        request.Window.ShouldBe(new DateWindow { From = new DateOnly(2026, 12, 7), To = new DateOnly(2026, 12, 25) });
    }

    [Fact]
    public void Read_PreferredTimes_AreTakenWithAWindowAndNotWithAFixedSlot()
    {
        var body = JsonNode.Parse(Design)!.AsObject();
        body["preferred"] = JsonNode.Parse("""{ "from": "18:00", "days": ["thu", "tue"] }""");
        var preferred = Read(body.ToJsonString()).Request!.Preferred!;
        (preferred.From, preferred.To).ShouldBe((new TimeOnly(18, 0), (TimeOnly?)null));
        preferred.Days.ShouldBe([Weekday.Tue, Weekday.Thu]);

        body.Remove("window");
        body["slot"] = new JsonObject { ["start"] = "2026-12-10T17:30:00+09:00" };
        Read(body.ToJsonString()).Request!.Preferred.ShouldBeNull();
    }

    [Fact]
    public void Read_Poll_IsTakenInOrderOfTime()
    {
        var (request, faults) = Read(Polled("""{"candidates":["2026-12-11T17:30:00+09:00","2026-12-10T17:30:00+09:00"],"deadline":"2026-12-01T17:00:00+09:00"}"""));
        faults.ShouldBeEmpty();
        request!.Poll!.Candidates.Select(start => start.UtcDateTime.Day).ShouldBe([10, 11]);
        (request.Start, request.Window, request.Poll.CloseWhenAllVoted).ShouldBe((null, null, true));
    }

    [Theory]
    [InlineData("""{"best":3,"deadline":"2026-12-01T17:00:00+09:00"}""", "window time_missing")]
    [InlineData("""{"deadline":"2026-12-01T17:00:00+09:00"}""", "poll.candidates candidates_missing")]
    [InlineData("""{"candidates":["2026-12-10T17:30:00+09:00"],"deadline":"2026-12-01T17:00:00+09:00"}""", "poll.candidates too_few_candidates")]
    [InlineData("""{"candidates":["2026-12-10T17:30:00+09:00","2026-12-10T17:30:00+09:00"],"deadline":"2026-12-01T17:00:00+09:00"}""", "poll.candidates[1] duplicate_candidate")]
    [InlineData("""{"candidates":["2026-12-10T17:30:00+09:00","2026-12-10T18:00:00+09:00"],"deadline":"2026-12-01T17:00:00+09:00"}""", "poll.candidates[1] candidates_overlap")]
    [InlineData("""{"candidates":["2026-11-10T17:30:00+09:00","2026-12-10T17:32:00+09:00","x",null],"deadline":"2026-12-01T17:00:00+09:00"}""", "poll.candidates[0] candidate_in_past, poll.candidates[1] not_on_grid, poll.candidates[2] invalid_time, poll.candidates[3] missing")]
    [InlineData("""{"candidates":["2026-12-10T17:30:00+09:00","2026-12-11T17:30:00+09:00"]}""", "poll.deadline missing")]
    [InlineData("""{"candidates":["2026-12-10T17:30:00+09:00","2026-12-11T17:30:00+09:00"],"deadline":"2026-12-10T17:30:00+09:00"}""", "poll.deadline deadline_after_candidate")]
    [InlineData("""{"candidates":["2026-12-10T17:30:00+09:00","2026-12-11T17:30:00+09:00"],"deadline":"2026-11-01T17:30:00+09:00"}""", "poll.deadline deadline_in_past")]
    [InlineData("""{"candidates":["2026-12-10T17:30:00+09:00","2026-12-11T17:30:00+09:00"],"best":3,"deadline":"2026-12-01T17:00:00+09:00"}""", "poll.best candidates_and_best")]
    public void Read_PollWrong_NamesTheFieldAndCode(string poll, string expected)
    {
        var (request, faults) = Read(Polled(poll));
        request.ShouldBeNull();
        string.Join(", ", faults.Order()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{\"best\":11,\"deadline\":\"2026-12-01T17:00:00+09:00\"}", "poll.best out_of_range")]
    [InlineData("{\"best\":3,\"deadline\":\"2026-12-26T00:00:00+09:00\"}", "poll.deadline deadline_after_window")]
    [InlineData("{\"candidates\":[\"2026-12-10T17:30:00+09:00\",\"2026-12-11T17:30:00+09:00\"],\"deadline\":\"2026-12-01T17:00:00+09:00\"}", "window window_and_candidates")]
    public void Read_PollInAWindow_NamesTheFieldAndCode(string poll, string expected)
    {
        var body = JsonNode.Parse(Design)!.AsObject();
        body["poll"] = JsonNode.Parse(poll);
        Read(body.ToJsonString()).Faults.ShouldBe([expected]);
    }

    [Fact]
    public void Read_ElevenCandidatesAndASlot_SaysBoth()
    {
        var starts = string.Join(",", Enumerable.Range(1, 11).Select(day => $"\"2026-12-{day + 9:00}T17:30:00+09:00\""));
        var body = JsonNode.Parse(Polled($"{{\"candidates\":[{starts}],\"deadline\":\"2026-12-01T17:00:00+09:00\"}}"))!.AsObject();
        body["slot"] = JsonNode.Parse("{\"start\":\"2026-12-10T17:30:00+09:00\"}");
        Read(body.ToJsonString()).Faults.Order().ShouldBe(["poll.candidates too_many_candidates", "slot slot_and_poll"]);
    }

    [Theory]
    [InlineData("title", "null", "title missing")]
    [InlineData("title", "\"  \"", "title missing")]
    [InlineData("title", "\"a\\nb\"", "title title_unprintable")]
    [InlineData("kind", "\"party\"", "kind unknown_code")]
    [InlineData("kind", "null", "kind missing")]
    [InlineData("hostHospitalId", "\"H9999\"", "hostHospitalId unknown_hospital")]
    [InlineData("hostHospitalId", "\"H1309\"", "hostHospitalId withdrawn_hospital")]
    [InlineData("hostHospitalId", "\"H1302\"", "participants[0].hospitalId host_among_participants")]
    [InlineData("durationMinutes", "0", "durationMinutes duration_out_of_range")]
    [InlineData("durationMinutes", "1200", "durationMinutes duration_out_of_range")]
    [InlineData("durationMinutes", "62", "durationMinutes duration_out_of_range")]
    [InlineData("durationMinutes", "null", "durationMinutes missing")]
    [InlineData("durationMinutes", "240", "hours hours_too_short")]
    [InlineData("window", "null", "window time_missing")]
    [InlineData("window", "{\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}", "window.to window_in_past")]
    [InlineData("window", "{\"from\":\"2026-12-25\",\"to\":\"2026-12-07\"}", "window.to window_reversed")]
    [InlineData("window", "{\"from\":\"2026-12-01\",\"to\":\"2028-01-06\"}", "window.to window_too_long")]
    [InlineData("window", "{\"from\":\"2028-12-01\",\"to\":\"2028-12-06\"}", "window.to too_far_ahead")]
    [InlineData("window", "{\"from\":\"2026-02-30\",\"to\":\"x\"}", "window.from invalid_date, window.to invalid_date")]
    [InlineData("slot", "{\"start\":\"2026-12-10T17:30:00+09:00\"}", "slot slot_and_window")]
    [InlineData("hours", "{\"from\":\"20:00\",\"to\":\"17:00\"}", "hours.to hours_reversed")]
    [InlineData("hours", "{\"from\":\"25:00\",\"to\":\"17:03\",\"days\":[\"someday\"]}", "hours.from invalid_time, hours.to not_on_grid, hours.days[0] unknown_code")]
    [InlineData("hours", "{\"days\":[]}", "hours.days days_missing")]
    [InlineData("preferred", "{}", "preferred preference_empty")]
    [InlineData("preferred", "{\"from\":\"19:00\",\"to\":\"18:00\"}", "preferred.to hours_reversed")]
    [InlineData("preferred", "{\"from\":\"25:00\",\"to\":\"17:03\",\"days\":[\"someday\"]}", "preferred.from invalid_time, preferred.to not_on_grid, preferred.days[0] unknown_code")]
    [InlineData("preferred", "{\"days\":[]}", "preferred.days days_missing")]
    [InlineData("participants", "[]", "participants no_participants")]
    [InlineData("participants", "null", "participants no_participants")]
    [InlineData("participants", "[null]", "participants[0].hospitalId missing")]
    [InlineData("participants", "[{\"hospitalId\":\"H1302\"},{\"hospitalId\":\"H1302\"}]", "participants[1].hospitalId duplicate_participant")]
    [InlineData("participants", "[{\"hospitalId\":\"H1302\",\"siteId\":\"H1302-9\",\"role\":\"host_site\"}]", "participants[0].siteId unknown_site, participants[0].role role_of_host")]
    [InlineData("quorum", "{\"minimumHospitals\":4}", "quorum.minimumHospitals quorum_too_large")]
    [InlineData("quorum", "{\"minimumHospitals\":0,\"professions\":[\"wizard\"]}", "quorum.minimumHospitals out_of_range, quorum.professions[0] unknown_code")]
    [InlineData("replyWithinDays", "61", "replyWithinDays out_of_range")]
    [InlineData("onDeadline", "\"panic\"", "onDeadline unknown_code")]
    [InlineData("caseCount", "-1", "caseCount out_of_range")]
    public void Read_OneThingWrong_NamesTheFieldAndCode(string field, string json, string expected)
    {
        var body = JsonNode.Parse(Design)!.AsObject();
        body[field] = JsonNode.Parse(json);
        var (request, faults) = Read(body.ToJsonString());
        request.ShouldBeNull();
        string.Join(", ", faults.Order()).ShouldBe(string.Join(", ", expected.Split(", ").Order()));
    }

    [Theory]
    [InlineData("2026-12-10T17:30:00+09:00", "")]
    [InlineData("2026-12-10T08:30Z", "")]
    [InlineData("2026-12-10T17:30:00", "slot.start invalid_time")]
    [InlineData("2026-12-10T17:31:00+09:00", "slot.start not_on_grid")]
    [InlineData("2026-11-10T17:30:00+09:00", "slot.start slot_in_past")]
    [InlineData("2036-11-10T17:30:00+09:00", "slot.start too_far_ahead")]
    [InlineData("soon", "slot.start invalid_time")]
    public void Read_FixedSlot_IsCheckedAgainstClockAndGrid(string start, string expected)
    {
        var body = JsonNode.Parse(Design)!.AsObject();
        body.Remove("window");
        body["slot"] = new JsonObject { ["start"] = start };
        var (request, faults) = Read(body.ToJsonString());
        string.Join(", ", faults).ShouldBe(expected);
        if (expected.Length == 0)
            request!.Start.ShouldBe(new DateTimeOffset(2026, 12, 10, 8, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Read_EmptyBody_SaysAllThatIsMissing() => Read("{}").Faults.ShouldBe(
        ["title missing", "kind missing", "durationMinutes missing", "window time_missing", "hostHospitalId missing", "participants no_participants"], ignoreOrder: true);

    private static string Polled(string poll)
    {
        var body = JsonNode.Parse(Design)!.AsObject();
        body.Remove("window");
        body.Remove("hours");
        body["poll"] = JsonNode.Parse(poll);
        return body.ToJsonString();
    }

    private static (ConferenceRequest? Request, IReadOnlyList<string> Faults) Read(string json)
    {
        var faults = new FaultList();
        var request = RequestReading.Read(JsonSerializer.Deserialize<RequestBody>(json, JsonSerializerOptions.Web)!, Known, Network, Now, faults);
        return (request, [.. faults.All.Select(fault => $"{fault.Field} {fault.Code}")]);
    }
}
