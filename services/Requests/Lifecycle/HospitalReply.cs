using Conference.Contracts.Invitations;

namespace Conference.Requests.Lifecycle;

/// <summary>A hospital's latest answer, and the revision it answered.</summary>
public sealed record HospitalReply(string HospitalId, int Revision, Answer Answer, DateTimeOffset At);
