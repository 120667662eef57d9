using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.Requests.Lifecycle;

/// <summary>What Booking is asked for.</summary>
internal static class SlotWishes
{
    /// <summary>The request that a slot is sought for: the move's, else the one in force.</summary>
    public static ConferenceRequest Sought(this ConferenceState state) => state.Move?.Request ?? state.Request;

    public static HoldSlot HoldSlot(this ConferenceState state, RequestsOptions options, DateTimeOffset now)
    {
        var request = state.Sought();
        var start = state is { Move.KeepTime: true, Slot: { } slot } ? slot.Start : request.Start;
        return new HoldSlot
        {
            Priority = options.PriorityOf(request),
            // Only what is in force is waited for: what a move has tried in vain is forgotten.
            Wait = state.Move is null && request.Wait
                ? new WaitingTerms { Since = state.WaitingSince ?? now, Number = state.Number, Lead = options.EarliestStart }
                : null,
            ConferenceId = state.CorrelationId,
            Revision = state.Attempt,
            // The deadline is at the end of a day, which can be later than that many times 24 hours.
            HoldFor = TimeSpan.FromDays(request.ReplyWithinDays + 1) + options.DecideWithin,
            Criteria = new SlotCriteria
            {
                Kind = request.Kind,
                DurationMinutes = request.DurationMinutes,
                Start = start,
                Window = start is null ? request.Window : null,
                Hours = request.Hours,
                Preferred = start is null ? request.Preferred : null,
                Participants = Participants(request),
                HostHospitalId = request.HostHospitalId,
                Professions = request.Quorum.Professions,
                NotBefore = start is null ? now + options.EarliestStart : null,
                Avoid = start is null ? state.Avoided() : state.Move?.Leave is { } leave ? [leave] : [],
            },
        };
    }

    /// <summary>Times that a hospital declined which is still required, and the one that a move is to get away from.</summary>
    public static IReadOnlyList<TimeRange> Avoided(this ConferenceState state)
    {
        var required = state.Sought().Participants.Where(hospital => hospital.Required).Select(hospital => hospital.HospitalId).ToHashSet();
        var declined = state.Declined.Where(declined => required.Contains(declined.HospitalId)).Select(declined => declined.Time);
        return [.. declined, .. state.Move?.Leave is { } leave ? [leave] : Array.Empty<TimeRange>()];
    }

    /// <summary>Whether the slot in force would also do for another request, so that nobody has to change a calendar.</summary>
    public static bool Fits(this BookedSlot slot, ConferenceRequest request, NetworkTime network)
    {
        if (slot.End - slot.Start != TimeSpan.FromMinutes(request.DurationMinutes))
            return false;
        if (request.Window is not { } window)
            return request.Start == slot.Start;
        var (start, end) = (network.ToLocal(slot.Start), network.ToLocal(slot.End));
        var day = DateOnly.FromDateTime(start.DateTime);
        return day >= window.From && day <= window.To
            && request.Hours.Days.Contains(Day(start.DayOfWeek))
            && day == DateOnly.FromDateTime(end.DateTime)
            && TimeOnly.FromDateTime(start.DateTime) >= request.Hours.From
            && TimeOnly.FromDateTime(end.DateTime) <= request.Hours.To;
    }

    private static Weekday Day(DayOfWeek day) => (Weekday)(((int)day + 6) % 7);

    private static IReadOnlyList<SlotParticipant> Participants(ConferenceRequest request) =>
    [
        new() { HospitalId = request.HostHospitalId, Required = true },
        .. request.Participants.Select(hospital => new SlotParticipant { HospitalId = hospital.HospitalId, SiteId = hospital.SiteId, Required = hospital.Required }),
    ];
}
