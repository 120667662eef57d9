using System.Globalization;
using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class SlotExplainerProperties
{
    private const int Rounds = 5_000;
    private static readonly TimeOnly Latest = new(22, 0);
    private static readonly TimeOnly Earliest = new(7, 0);

    [Fact]
    public void Explain_NothingFits_OffersOnlyWhatTheOracleGrants() => Networks.Searches.Sample(
        search =>
        {
            var relaxations = Explain(search)?.Relaxations ?? [];

            relaxations.Count.ShouldBeLessThanOrEqualTo(5);
            foreach (var relaxation in relaxations)
                Oracle.IsFeasible(search with { Criteria = Relaxed(search.Criteria, relaxation, search.Rules) }, relaxation.Start).ShouldBeTrue(relaxation.Change.Ja);
        },
        iter: Rounds);

    [Fact]
    public void Explain_RequiredHospitalsMadeOptional_AreTheFewestAndNeverTheHost() => Networks.Searches.Sample(
        search =>
        {
            // One bridge: what two by a link can share out is another question.
            var host = search.Criteria.Participants[0].HospitalId;
            var hosted = search with { Criteria = search.Criteria with { HostHospitalId = host }, Network = search.Network with { Bridges = [search.Network.Bridges[0] with { Links = [] }] } };
            if (Explain(hosted)?.Relaxations.FirstOrDefault(relaxation => relaxation.Change.Code == "make_optional") is not { } offered)
                return;

            offered.MakeOptional.ShouldNotContain(host);
            var others = hosted.Criteria.Participants.Where(participant => participant.Required && participant.HospitalId != host).Select(participant => participant.HospitalId).ToList();
            Subsets(others).Where(subset => subset.Count < offered.MakeOptional.Count).Any(subset => new Oracle(Without(hosted, subset)).Feasible().Any()).ShouldBeFalse();
        },
        iter: Rounds);

    [Fact]
    public void Explain_RequiredHospitalsNeverFree_NamesEveryKindOfWhatKeepsThem() => Networks.Searches.Sample(
        search =>
        {
            if (Explain(search) is not { Summary.Code: "required_never_free" } explanation)
                return;

            var (oracle, starts) = (new Oracle(search), new Oracle(search).Allowed().ToList());
            var kinds = explanation.BlockingHospitals.SelectMany(hospital => starts.SelectMany(start => oracle.InTheWay(hospital, start)).Distinct().Select(code => $"{hospital} {code}"));
            explanation.Blocking.Select(remark => $"{remark.Ja.Split(' ')[0]} {remark.Code}").ShouldBe(kinds, ignoreOrder: true);
        },
        iter: Rounds);

    private static Search Without(Search search, List<string> hospitals) => search with
    {
        Criteria = search.Criteria with { Participants = [.. search.Criteria.Participants.Select(participant => participant with { Required = participant.Required && !hospitals.Contains(participant.HospitalId) })] },
    };

    private static SlotExplanation? Explain(Search search) => new SlotFinder(search.Rules).Find(search.Criteria, search.Network, 1).Explanation;

    private static IEnumerable<List<string>> Subsets(List<string> items) =>
        Enumerable.Range(0, 1 << items.Count).Select(mask => items.Where((_, index) => (mask & (1 << index)) != 0).ToList());

    private static SlotCriteria Relaxed(SlotCriteria wish, Relaxation relaxation, SearchRules rules) =>
        relaxation.Change.Code.Split("_and_").Aggregate(wish, (left, code) => Relaxed(left, code, relaxation, rules));

    private static SlotCriteria Relaxed(SlotCriteria wish, string code, Relaxation relaxation, SearchRules rules)
    {
        var (hours, window) = (wish.Hours, wish.Window);
        var day = rules.Time.DayOf(relaxation.Start);
        return code switch
        {
            "shorten" => wish with { DurationMinutes = relaxation.DurationMinutes },
            "widen_window" => wish with { Window = window! with { To = window.To.AddDays(DaysPromised(relaxation)) } },
            "later_hours" => wish with { Hours = hours with { To = hours.To > new TimeOnly(21, 0) ? Latest : hours.To.AddHours(1) } },
            "earlier_hours" => wish with { Hours = hours with { From = hours.From < new TimeOnly(8, 0) ? Earliest : hours.From.AddHours(-1) } },
            "other_time" => wish with { Start = null, Window = new DateWindow { From = day, To = day }, Hours = new LocalHours { From = Earliest, To = Latest, Days = Enum.GetValues<Weekday>(), SkipHolidays = false } },
            "other_day" => wish with { Start = relaxation.Start },
            "make_optional" => wish with { Participants = [.. wish.Participants.Select(participant => participant with { Required = participant.Required && !relaxation.MakeOptional.Contains(participant.HospitalId) })] },
            var unknown => throw new InvalidOperationException(unknown),
        };
    }

    private static int DaysPromised(Relaxation relaxation) => int.Parse(relaxation.Change.Ja.Split("期間を")[1].Split("日延ば")[0], CultureInfo.InvariantCulture);
}
