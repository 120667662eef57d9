using Conference.Contracts.Requests;

namespace Conference.Contracts.Booking;

/// <summary>
/// Something has come between a conference and its slot. The slot stays booked until Requests, which takes this, moves
/// or releases it. Sent by Booking once a revision and cause.
/// </summary>
public sealed record SlotDisrupted
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision of the slot.</summary>
    public required int Revision { get; init; }

    /// <summary>What has come between.</summary>
    public required DisruptionCause Cause { get; init; }

    /// <summary>Whether the slot starts so soon that one which is confirmed stays where it is and the coordinator decides.</summary>
    public required bool Frozen { get; init; }

    /// <summary>Whether the conference cannot be held as booked: a required site, the host or its ports are affected.</summary>
    public required bool Required { get; init; }

    /// <summary>The hospitals affected; empty when it is not about hospitals.</summary>
    public IReadOnlyList<string> HospitalIds { get; init; } = [];

    /// <summary>Why, and what would help.</summary>
    public required SlotExplanation Explanation { get; init; }

    /// <summary>The times to get away from: what makes room for the other where one of a higher class waits; null else.</summary>
    public TimeRange? Leave { get; init; }

    /// <summary>The order in which Booking said it: of two about one conference the later has the higher number. 0: it is not counted.</summary>
    public int Order { get; init; }
}
