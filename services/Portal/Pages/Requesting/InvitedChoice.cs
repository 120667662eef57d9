using Conference.Contracts.Requests;

namespace Conference.Portal.Pages.Requesting;

/// <summary>A hospital that was chosen.</summary>
public sealed class InvitedChoice(string hospitalId)
{
    public string HospitalId => hospitalId;

    /// <summary>The site that was asked for; null for the hospital's first.</summary>
    public string? SiteId { get; init; }

    public bool Required { get; set; } = true;

    public ParticipantRole Role { get; set; } = ParticipantRole.Discussant;
}
