using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Ledger;

namespace Conference.Invitations.Inbound;

/// <summary>
/// Another time by mail (COUNTER), and what it says of the present one: Outlook declines and proposes in one mail, and sends
/// no REPLY beside it.
/// </summary>
internal sealed class CounterEffects(ProposalDesk proposals, TakenAnswers answers)
{
    /// <param name="note">The note of the mail, with what it proposes and answers; its reason, where a person has decided that it counts.</param>
    /// <param name="conference">The conference.</param>
    /// <param name="by">Who answers, or decided that it counts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReceivedMail> TakeAsync(ReceivedMail note, AnnouncedConference conference, string by, CancellationToken cancellationToken)
    {
        var doubt = note.Reason;
        await proposals.TakeAsync(note, conference, cancellationToken);
        // One that waits for a person because its time cannot be set has had its answer taken when it came.
        if (note.Answer is null || doubt == ProposalDesk.Impossible)
            return note;
        var (outcome, reason) = (note.Outcome, note.Reason);
        await answers.TakeAsync(note, conference, by, cancellationToken);
        var forAPerson = outcome == ReceivedOutcome.Review && doubt.Length == 0;
        return outcome == ReceivedOutcome.Taken || forAPerson ? note.Became(outcome, reason) : note;
    }
}
