namespace Conference.Contracts.Invitations;

/// <summary>Body of <c>POST /api/received-mails/{id}/decide</c>: whether a mail counts. Remembered for its sender.</summary>
public sealed record DecideReceivedMail
{
    /// <summary>Whether the sender answers for the hospital.</summary>
    public required bool Counts { get; init; }

    /// <summary>The answer, where the mail's own could not be read.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The hospital, where it is not known.</summary>
    public string? HospitalId { get; init; }
}
