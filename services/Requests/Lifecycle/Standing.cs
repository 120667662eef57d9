using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;

namespace Conference.Requests.Lifecycle;

/// <summary>How the hospitals stand to a conference: the rules of answers and quorum.</summary>
internal static class Standing
{
    /// <summary>The answer that counts: given to the time in force. The host counts as one that has accepted.</summary>
    public static Answer? AnswerOf(this ConferenceState state, string hospitalId) =>
        hospitalId == state.Request.HostHospitalId
            ? Answer.Accepted
            : state.Replies.FirstOrDefault(reply => reply.HospitalId == hospitalId && reply.Revision == state.Revision)?.Answer;

    public static bool Takes(this ConferenceState state, string hospitalId) =>
        state.Slot?.Sites.Any(site => site.HospitalId == hospitalId) == true;

    public static int AcceptedCount(this ConferenceState state) =>
        state.Hospitals().Count(hospital => state.AnswerOf(hospital.HospitalId) == Answer.Accepted && !state.LeftOut.Contains(hospital.HospitalId));

    /// <summary>How many can still take part: all with a place in the slot that have not declined.</summary>
    public static int NotDeclined(this ConferenceState state) =>
        state.Hospitals().Count(hospital => state.AnswerOf(hospital.HospitalId) != Answer.Declined && !state.LeftOut.Contains(hospital.HospitalId));

    /// <summary>Every required hospital has accepted and enough take part. Silent optional ones do not hold it up.</summary>
    public static bool QuorumMet(this ConferenceState state) =>
        state.EnoughAccepted() && state.Request.Participants.All(hospital => !hospital.Required || state.AnswerOf(hospital.HospitalId) == Answer.Accepted);

    /// <summary>Enough take part and no required hospital has declined; silent ones notwithstanding.</summary>
    public static bool QuorumMetAtDeadline(this ConferenceState state) => state.EnoughAccepted() && state.RequiredDecliners().Count == 0;

    public static bool EnoughAccepted(this ConferenceState state) => state.AcceptedCount() >= state.Request.Quorum.MinimumHospitals;

    public static IReadOnlyList<string> RequiredDecliners(this ConferenceState state) =>
        [.. state.Request.Participants.Where(hospital => hospital.Required && state.AnswerOf(hospital.HospitalId) == Answer.Declined).Select(hospital => hospital.HospitalId)];

    public static bool Requires(this ConferenceState state, string hospitalId) =>
        state.Request.Participants.Any(hospital => hospital.Required && hospital.HospitalId == hospitalId);

    /// <summary>All hospitals, the host first.</summary>
    public static IEnumerable<ConferenceParticipant> Hospitals(this ConferenceState state) => state.Request.Participants.Prepend(
        new ConferenceParticipant { HospitalId = state.Request.HostHospitalId, Required = true, Role = ParticipantRole.HostSite });

    public static IReadOnlyList<ParticipantStatus> Participants(this ConferenceState state) =>
    [
        .. state.Hospitals().Select(hospital => new ParticipantStatus
        {
            HospitalId = hospital.HospitalId,
            Required = hospital.Required,
            Role = hospital.Role,
            Booked = state.CurrentState != nameof(ConferenceLifecycle.Cancelled) && state.Takes(hospital.HospitalId),
            Answer = state.AnswerOf(hospital.HospitalId),
        }),
    ];

    /// <summary>Whether an answer says something that is not known yet. Answers arrive twice and out of order.</summary>
    public static bool IsNews(this ConferenceState state, HospitalAnswered answered) =>
        state.Hospitals().Any(hospital => hospital.HospitalId == answered.HospitalId)
        && answered.Revision <= state.Revision
        && state.Replies.FirstOrDefault(reply => reply.HospitalId == answered.HospitalId) switch
        {
            null => true,
            var known => (answered.Revision, answered.AnsweredAt).CompareTo((known.GivenTo ?? known.Revision, known.At)) > 0,
        };

    public static void Keep(this ConferenceState state, HospitalAnswered answered)
    {
        var reply = new HospitalReply(answered.HospitalId, answered.Revision, answered.Answer, answered.AnsweredAt);
        state.Replies =
        [
            .. state.Replies.Where(other => other.HospitalId != answered.HospitalId),
            state.IsToTimeInForce(answered) ? reply.For(state.Revision) : reply,
        ];
    }

    /// <summary>Whether an answer is to the time in force: to its revision, or to an earlier one that named the same time.</summary>
    public static bool IsToTimeInForce(this ConferenceState state, HospitalAnswered answered) =>
        answered.Revision == state.Revision || (state.SameTime is { } same && same.Last == state.Revision && answered.Revision >= same.First);

    /// <summary>The time in force gets a new revision: answers to it stay good, also those that are still on their way.</summary>
    public static void KeepTime(this ConferenceState state, int revision)
    {
        state.Replies = [.. state.Replies.Select(reply => reply.Revision == state.Revision ? reply.For(revision) : reply)];
        state.SameTime = new SameTime(state.SameTime is { } same && same.Last == state.Revision ? same.First : state.Revision, revision);
    }

    /// <summary>Whether it has no time that would do, and is placed by itself as soon as there is one.</summary>
    public static bool Waits(this ConferenceState state) => state is { CurrentState: nameof(ConferenceLifecycle.Unplaced), WaitingSince: not null };

    public static TimeRange Time(this BookedSlot slot) => new() { Start = slot.Start, End = slot.End };
}
