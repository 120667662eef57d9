using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using Conference.Platform.Time;

namespace Conference.Booking.Polls;

/// <summary>Says why there is nothing to choose from: no candidate is free, or one alone, which needs no poll.</summary>
internal static class TooFew
{
    public static SlotUnavailable Of(HoldCandidates command, CandidateChoice choice, int? kept, NetworkTime time) => new()
    {
        ConferenceId = command.ConferenceId,
        Revision = command.Revision,
        Explanation = choice.Found is [var only] ? OnlyOne(command, choice, only, time) : None(choice),
        KeptRevision = kept,
    };

    private static SlotExplanation OnlyOne(HoldCandidates command, CandidateChoice choice, SlotSuggestion only, NetworkTime time)
    {
        var start = time.ToLocal(only.Slot.Start);
        return new SlotExplanation
        {
            Summary = Wording.Say("one_candidate", $"空いている候補が {SpokenTime.MomentJa(start)} の 1 つだけのため、候補日調整を始められません。", $"Only one candidate is free, {SpokenTime.MomentEn(start)}: there is nothing to choose from."),
            Blocking = [.. choice.NotHeld.Select(candidate => candidate.Why)],
            Relaxations =
            [
                new Relaxation
                {
                    Change = Wording.Say("fix_time", $"{SpokenTime.MomentJa(start)} に決めて案内できます。", $"It can be announced for {SpokenTime.MomentEn(start)}."),
                    Start = only.Slot.Start,
                    DurationMinutes = command.Criteria.DurationMinutes,
                },
            ],
        };
    }

    private static SlotExplanation None(CandidateChoice choice) => choice.NotHeld.Count == 0
        ? choice.Explanation ?? new SlotExplanation { Summary = NoneFree() }
        : choice.Explanation! with { Summary = NoneFree(), Blocking = [.. choice.NotHeld.Select(candidate => candidate.Why).DistinctBy(why => why.Ja)] };

    private static Contracts.Remark NoneFree() => Wording.Say("no_candidate", "挙げた候補日時はいずれも空いていません。", "None of the candidates is free.");
}
