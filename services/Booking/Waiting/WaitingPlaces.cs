using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Waiting;

/// <summary>Where those that wait stand: counted among those whose time overlaps, for nobody else is in their way.</summary>
internal static class WaitingPlaces
{
    public static async Task<IReadOnlyList<(WaitingPlace Place, WaitingConference Waiting)>> ReadAsync(BookingStore store, CancellationToken cancellationToken)
    {
        var all = await store.Waiting.AsNoTracking().InOrder().ToListAsync(cancellationToken);
        return [.. all.Select((waiting, index) => (Place(waiting, index, all), waiting))];
    }

    public static bool MaySee(this Caller caller, WaitingConference waiting) => caller.MaySee(waiting.Wish.Criteria.Participants.Select(participant => participant.HospitalId));

    private static WaitingPlace Place(WaitingConference waiting, int index, List<WaitingConference> all) => new()
    {
        ConferenceId = waiting.ConferenceId,
        Number = waiting.Number,
        Place = 1 + all.Take(index).Count(waiting.Meets),
        Of = all.Count(waiting.Meets),
        Priority = waiting.Priority,
        Since = waiting.Since,
    };

    private static bool Meets(this WaitingConference waiting, WaitingConference other) => other.From < waiting.To && other.To > waiting.From;
}
