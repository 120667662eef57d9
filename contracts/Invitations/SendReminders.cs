namespace Conference.Contracts.Invitations;

/// <summary>
/// Write again. Sent by Requests; taken by Invitations. Chasers go to hospitals that have not answered, reminders
/// to all that have not declined.
/// </summary>
public sealed record SendReminders
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>Why.</summary>
    public required ReminderPurpose Purpose { get; init; }

    /// <summary>
    /// Which one: how long before the deadline or the start it was due. One mail a contact, revision, purpose and
    /// lead.
    /// </summary>
    public required TimeSpan Lead { get; init; }
}
