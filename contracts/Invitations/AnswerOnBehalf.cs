namespace Conference.Contracts.Invitations;

/// <summary>Body of <c>POST /api/conferences/{id}/answers</c>: a coordinator enters what a hospital said.</summary>
public sealed record AnswerOnBehalf
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Its answer.</summary>
    public required Answer Answer { get; init; }
}
