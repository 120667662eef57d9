using Conference.Contracts.Booking;
using Conference.Contracts.Requests;

namespace Conference.Requests.Lifecycle;

/// <summary>What is tried while the old slot is kept. It becomes the request when a slot for it is held, and is forgotten when none is found.</summary>
public sealed record Move
{
    /// <summary>The request that is tried.</summary>
    public required ConferenceRequest Request { get; init; }

    /// <summary>Its title, a private text.</summary>
    public required Guid TitleId { get; init; }

    /// <summary>The state to go back to when no slot is found.</summary>
    public required string ReturnTo { get; init; }

    /// <summary>Whether the present time is tried first, before any other.</summary>
    public bool KeepTime { get; init; }

    /// <summary>Whether the way back to the time in force is sought, which an overtaken move has left.</summary>
    public bool GoesBack { get; init; }

    /// <summary>The time to get away from, also where no other was asked for; null when the move is about something else.</summary>
    public TimeRange? Leave { get; init; }
}
