namespace Conference.Contracts.Booking;

/// <summary>What had come between a conference and its slot has gone. Sent by Booking; taken by Requests.</summary>
public sealed record SlotStandsAgain
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision of the slot.</summary>
    public required int Revision { get; init; }

    /// <summary>The order in which Booking said it: of two about one conference the later has the higher number. 0: it is not counted.</summary>
    public int Order { get; init; }
}
