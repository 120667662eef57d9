using Conference.Booking.Availability;
using Conference.Booking.Bridges;
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
    public void Explain_NothingFits_NamesTheSmallestSetThatBlocks() => Networks.Searches.Sample(
        search =>
        {
            if (Explain(search) is not { Summary.Code: "required_never_free", BlockingHospitals: var blocking })
                return;

            var required = search.Criteria.Participants.Where(participant => participant.Required).Select(participant => participant.HospitalId).ToList();
            Blocks(search, blocking).ShouldBeTrue();
            Subsets(required).Where(subset => subset.Count < blocking.Count).Any(subset => Blocks(search, subset)).ShouldBeFalse();
        },
        iter: Rounds);

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

    private static SlotExplanation? Explain(Search search) => new SlotFinder(search.Rules).Find(search.Criteria, search.Network, 1).Explanation;

    /// <summary>Whether these hospitals alone, with ports for all, leave no start.</summary>
    private static bool Blocks(Search search, IReadOnlyCollection<string> hospitals) => !new Oracle(search with
    {
        Criteria = search.Criteria with { Participants = [.. search.Criteria.Participants.Where(participant => hospitals.Contains(participant.HospitalId))] },
        Network = search.Network with { Bridges = [new BridgeUse("all", 1000, [])] },
    }).Feasible().Any();

    private static IEnumerable<List<string>> Subsets(List<string> items) =>
        Enumerable.Range(0, 1 << items.Count).Select(mask => items.Where((_, index) => (mask & (1 << index)) != 0).ToList());

    private static SlotCriteria Relaxed(SlotCriteria wish, Relaxation relaxation, SearchRules rules)
    {
        var (hours, window) = (wish.Hours, wish.Window);
        var day = rules.Time.DayOf(relaxation.Start);
        return relaxation.Change.Code switch
        {
            "shorten" => wish with { DurationMinutes = relaxation.DurationMinutes },
            "widen_window" => wish with { Window = window! with { To = window.To.AddDays(Relaxations.DaysBeyond) } },
            "later_hours" => wish with { Hours = hours with { To = hours.To > new TimeOnly(21, 0) ? Latest : hours.To.AddHours(1) } },
            "earlier_hours" => wish with { Hours = hours with { From = hours.From < new TimeOnly(8, 0) ? Earliest : hours.From.AddHours(-1) } },
            "other_time" => wish with { Start = null, Window = new DateWindow { From = day, To = day }, Hours = new LocalHours { From = Earliest, To = Latest, Days = Enum.GetValues<Weekday>(), SkipHolidays = false } },
            "other_day" => wish with { Start = relaxation.Start },
            "make_optional" => wish with { Participants = [.. wish.Participants.Select(participant => participant with { Required = participant.Required && !relaxation.Change.Ja.Contains(participant.HospitalId, StringComparison.Ordinal) })] },
            var unknown => throw new InvalidOperationException(unknown),
        };
    }
}
