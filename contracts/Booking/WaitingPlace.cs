using Conference.Contracts.Requests;

namespace Conference.Contracts.Booking;

/// <summary>Where a conference stands among those that wait for a slot: answer of <c>GET /api/slots/waiting/{conferenceId}</c>, an item of <c>GET /api/slots/waiting</c>.</summary>
public sealed record WaitingPlace
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>Its place, from 1, among those whose time overlaps: by class, then since when, then number.</summary>
    public required int Place { get; init; }

    /// <summary>How many those are, itself included.</summary>
    public required int Of { get; init; }

    /// <summary>Its class.</summary>
    public required PriorityClass Priority { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset Since { get; init; }
}
