using Conference.Contracts;
using Conference.Contracts.Invitations;

namespace Conference.Requests.Lifecycle;

/// <summary>
/// What makes it doubtful that a conference can be held though its time stands: the host or too many others declined.
/// It stays as it is; its coordinator decides whether it is held all the same, moved or called off.
/// </summary>
internal static class Doubts
{
    public static IReadOnlyList<Remark> Doubtful(this ConferenceState state) => [.. state.Warnings.Where(IsDoubt)];

    /// <summary>Whether the answer leaves a confirmed conference with too few. A required hospital's decline is more: it moves.</summary>
    public static bool LeavesTooFew(this ConferenceState state, HospitalAnswered answered) =>
        state.IsFinal() && answered.Answer != Answer.Accepted && !state.EnoughAccepted()
        && !(answered.Answer == Answer.Declined && state.Requires(answered.HospitalId));

    /// <summary>What an answer to the time in force, already kept, says of it.</summary>
    public static void Weigh(this ConferenceState state, HospitalAnswered answered)
    {
        if (answered.HospitalId == state.Request.HostHospitalId)
            state.Warnings = [.. state.Warnings.Where(warning => warning.Code != Why.HostDeclinedCode), .. state.HostDoubt()];
        if (state.LeavesTooFew(answered))
            state.Warnings = [.. state.Warnings.Where(warning => warning.Code != Why.BelowQuorumCode), Why.BelowQuorum(state)];
        state.DropQuorumDoubt();
    }

    /// <summary>That the host declined the time in force, also where it was carried over to another revision.</summary>
    public static IReadOnlyList<Remark> HostDoubt(this ConferenceState state) =>
        state.Replies.Any(reply => reply.HospitalId == state.Request.HostHospitalId && reply.Revision == state.Revision && reply.Answer == Answer.Declined) ? [Why.HostInDoubt] : [];

    public static void DropQuorumDoubt(this ConferenceState state)
    {
        if (state.EnoughAccepted())
            state.Warnings = [.. state.Warnings.Where(warning => warning.Code != Why.BelowQuorumCode)];
    }

    public static void DropDoubts(this ConferenceState state) => state.Warnings = [.. state.Warnings.Where(warning => !IsDoubt(warning))];

    /// <summary>Whether its time is confirmed or about to be, also while another is sought and this one is what it goes back to.</summary>
    private static bool IsFinal(this ConferenceState state) =>
        (state.CurrentState == nameof(ConferenceLifecycle.Replacing) ? state.Move?.ReturnTo : state.CurrentState) is nameof(ConferenceLifecycle.Confirming) or nameof(ConferenceLifecycle.Confirmed);

    private static bool IsDoubt(Remark warning) => warning.Code is Why.HostDeclinedCode or Why.BelowQuorumCode;
}
