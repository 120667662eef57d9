using Conference.Contracts.Invitations;

namespace Conference.Requests.Lifecycle;

/// <summary>A hospital's latest answer.</summary>
/// <param name="HospitalId">The hospital.</param>
/// <param name="Revision">The revision for which it counts.</param>
/// <param name="Answer">What it said.</param>
/// <param name="At">When, by the clock of whoever took it.</param>
/// <param name="GivenTo">The revision that it was given to, where that was an earlier one of the same time.</param>
public sealed record HospitalReply(string HospitalId, int Revision, Answer Answer, DateTimeOffset At, int? GivenTo = null)
{
    /// <summary>The same answer, counted for another revision of its time.</summary>
    public HospitalReply For(int revision) => revision == Revision ? this : this with { Revision = revision, GivenTo = GivenTo ?? Revision };
}
