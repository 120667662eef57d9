namespace Conference.Contracts.Invitations;

/// <summary>Body of <c>POST /api/answers/{token}/reminders</c>: whether the contact wants reminders, of any conference.</summary>
public sealed record WantReminders
{
    /// <summary>Whether it does.</summary>
    public required bool Wanted { get; init; }
}
