using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Conference.Platform.Messaging;

namespace Conference.Invitations.Answers;

/// <summary>Takes answers from every channel: all are kept, one counts, and Requests hears when that one changes.</summary>
internal sealed class AnswerMerge(InvitationsStore store)
{
    /// <summary>Runs within the caller's transaction.</summary>
    /// <returns>Whether it is the answer that counts now; false when a later one stands.</returns>
    public Task<bool> TakeAsync(GivenAnswer given, CancellationToken cancellationToken) => TakeAsync(given, quietly: false, cancellationToken);

    /// <summary>As above; <paramref name="quietly"/> where Requests knows the answer already.</summary>
    public async Task<bool> TakeAsync(GivenAnswer given, bool quietly, CancellationToken cancellationToken)
    {
        store.GivenAnswers.Add(given);
        var standing = await store.StandingAnswers.FindAsync([given.ConferenceId, given.HospitalId], cancellationToken);
        // Who answers here and now is told that it counts: it is later than all before, whatever a clock said then. So is, of
        // what was mailed in one second, what came later: mails know no less.
        if (standing?.Revision == given.Revision && (IsHereAndNow(given) || standing.AnsweredAt.ToUnixTimeSeconds() == given.AnsweredAt.ToUnixTimeSeconds()))
            given.ComeAfter(standing.AnsweredAt);
        var counts = standing?.YieldsTo(given) ?? true;
        if (standing is null)
            store.StandingAnswers.Add(StandingAnswer.Of(given));
        if ((standing?.Merge(given) ?? true) && !quietly)
            await store.PublishAsync(Message(given), cancellationToken);
        return counts;
    }

    // A mark in a poll was given when it was given.
    private static bool IsHereAndNow(GivenAnswer given) => given.Channel is AnswerChannel.Link or AnswerChannel.OnBehalf && given.AnsweredAt == given.ReceivedAt;

    private static HospitalAnswered Message(GivenAnswer given) => new()
    {
        ConferenceId = given.ConferenceId,
        HospitalId = given.HospitalId,
        Revision = given.Revision,
        Answer = given.Answer,
        Channel = given.Channel,
        AnsweredAt = given.AnsweredAt,
    };
}
