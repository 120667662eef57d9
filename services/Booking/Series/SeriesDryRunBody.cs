using Conference.Booking.Availability;
using Conference.Platform.Time.Recurring;

namespace Conference.Booking.Series;

/// <summary>Body of <c>POST /api/series/dry-run</c>: that of <c>POST /api/series</c>, of which only this is looked at.</summary>
internal sealed record SeriesDryRunBody
{
    public string? Kind { get; init; }

    public int? DurationMinutes { get; init; }

    public string? HostHospitalId { get; init; }

    public IReadOnlyList<SlotSearchBody.ParticipantBody?>? Participants { get; init; }

    public RecurrenceBody? Recurrence { get; init; }

    /// <summary>The search for one occurrence. Who is not called required is optional, as in a request.</summary>
    public SlotSearchBody At(DateTimeOffset start) => new()
    {
        Kind = Kind,
        DurationMinutes = DurationMinutes,
        HostHospitalId = HostHospitalId,
        Participants = [.. (Participants ?? []).Select(participant => participant is null ? null : participant with { Required = participant.Required ?? false })],
        Slot = new SlotSearchBody.SlotBody(start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)),
    };
}
