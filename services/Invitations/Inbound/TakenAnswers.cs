using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound;

/// <summary>An answer that came by mail, as the one merge of all channels takes it.</summary>
internal sealed class TakenAnswers(InvitationsStore store, AnswerMerge merge, TimeProvider time)
{
    public async Task<ReceivedMail> TakeAsync(ReceivedMail note, AnnouncedConference conference, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var given = new GivenAnswer
        {
            AnswerId = Guid.CreateVersion7(now),
            ConferenceId = conference.ConferenceId,
            HospitalId = note.HospitalId!,
            Revision = note.Revision ?? conference.Revision,
            Answer = note.Answer!.Value,
            Channel = note.Channel ?? AnswerChannel.PlainText,
            AnsweredAt = note.AnsweredAt ?? now,
            ReceivedAt = now,
            By = by,
        };
        if (await HindranceAsync(conference, given, now, cancellationToken) is { } hindrance)
        {
            // Kept, so that everybody can see that it came; it does not count.
            store.GivenAnswers.Add(given);
            return note.Became(ReceivedOutcome.Noted, hindrance);
        }

        return await merge.TakeAsync(given, cancellationToken)
            ? note.Became(ReceivedOutcome.Taken, "answered")
            : note.Became(ReceivedOutcome.Noted, "later_answer_stands");
    }

    private async Task<string?> HindranceAsync(AnnouncedConference conference, GivenAnswer given, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!conference.IsLive)
            return "conference_cancelled";
        if (conference.IsOver(now))
            return "conference_over";
        if (given.Revision < conference.Revision)
            return "older_time";
        return await store.Invited.AnyAsync(party => party.ConferenceId == given.ConferenceId && party.HospitalId == given.HospitalId, cancellationToken) ? null : "not_invited";
    }
}
