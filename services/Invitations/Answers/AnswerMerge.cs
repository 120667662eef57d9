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
        // two mails of the same second, the one that came later.
        if (standing is not null && standing.Revision <= given.Revision
            && (given.Channel is AnswerChannel.Link or AnswerChannel.OnBehalf || (standing.Revision, standing.AnsweredAt) == (given.Revision, given.AnsweredAt)))
            given.ComeAfter(standing.AnsweredAt);
        var counts = standing?.YieldsTo(given) ?? true;
        if (standing is null)
            store.StandingAnswers.Add(StandingAnswer.Of(given));
        if ((standing?.Merge(given) ?? true) && !quietly)
            await store.PublishAsync(Message(given), cancellationToken);
        return counts;
    }

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
