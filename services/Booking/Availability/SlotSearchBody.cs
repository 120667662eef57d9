namespace Conference.Booking.Availability;

/// <summary>Body of <c>POST /api/slots/search</c> as it comes: texts, so that all that is wrong is found at once.</summary>
internal sealed record SlotSearchBody
{
    public string? Kind { get; init; }

    public int? DurationMinutes { get; init; }

    public WindowBody? Window { get; init; }

    public SlotBody? Slot { get; init; }

    public HoursBody? Hours { get; init; }

    public PreferredBody? Preferred { get; init; }

    public string? HostHospitalId { get; init; }

    public IReadOnlyList<ParticipantBody?>? Participants { get; init; }

    public IReadOnlyList<string?>? Professions { get; init; }

    public string? NotBefore { get; init; }

    public int? Limit { get; init; }

    /// <summary>The conference that the slot is for: what it has booked itself is not in its way.</summary>
    public Guid? ConferenceId { get; init; }

    internal sealed record WindowBody(string? From, string? To);

    internal sealed record SlotBody(string? Start);

    internal sealed record HoursBody(string? From, string? To, IReadOnlyList<string?>? Days, bool? SkipHolidays);

    internal sealed record PreferredBody(string? From, string? To, IReadOnlyList<string?>? Days);

    internal sealed record ParticipantBody(string? HospitalId, bool? Required, string? SiteId);
}
