using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Proposals;

/// <summary>Keeps the times that hospitals propose, and asks Booking of each whether it would do.</summary>
internal sealed class ProposalDesk(InvitationsStore store, TimeProvider time)
{
    private const int Step = 5;
    private const int Shortest = 15;
    private const int Longest = 600;

    public async Task<ReceivedMail> TakeAsync(ReceivedMail note, AnnouncedConference conference, CancellationToken cancellationToken)
    {
        var (start, end) = (note.ProposedStart!.Value, note.ProposedEnd!.Value);
        if (!conference.IsLive || conference.IsOver(time.GetUtcNow()))
            return note.Became(ReceivedOutcome.Noted, conference.IsLive ? "conference_over" : "conference_cancelled");
        if (start == conference.Brief!.Start && end == conference.Brief.End)
            return note.Became(ReceivedOutcome.Noted, "same_time");
        var minutes = (end - start).TotalMinutes;
        if (start <= time.GetUtcNow() || start.Minute % Step != 0 || start.Second != 0 || minutes is < Shortest or > Longest || minutes % Step != 0)
            return note.Became(ReceivedOutcome.Review, "proposal_impossible");

        // A hospital's newer proposal takes the place of its older one.
        foreach (var earlier in await store.Proposals.Where(row => row.ConferenceId == conference.ConferenceId && row.HospitalId == note.HospitalId && row.State == ProposalState.Open).ToListAsync(cancellationToken))
            earlier.State = ProposalState.Overtaken;
        var proposal = new TimeProposal
        {
            ProposalId = Guid.CreateVersion7(time.GetUtcNow()),
            ConferenceId = conference.ConferenceId,
            HospitalId = note.HospitalId!,
            ContactId = note.ContactId!.Value,
            Revision = conference.Revision,
            Start = start,
            End = end,
            ProposedAt = note.AnsweredAt ?? time.GetUtcNow(),
        };
        store.Proposals.Add(proposal);
        await store.PublishAsync(await QuestionAsync(conference, proposal, cancellationToken), cancellationToken);
        return note.Became(ReceivedOutcome.Taken, "proposed");
    }

    /// <summary>A new time is announced: what was proposed is decided by it.</summary>
    public static async Task SettleAsync(InvitationsStore store, AnnouncedConference conference, CancellationToken cancellationToken)
    {
        foreach (var proposal in await store.Proposals.Where(row => row.ConferenceId == conference.ConferenceId && row.State == ProposalState.Open).ToListAsync(cancellationToken))
            proposal.State = conference.IsLive && proposal.Start == conference.Brief!.Start ? ProposalState.Accepted : ProposalState.Overtaken;
    }

    private async Task<CheckSlot> QuestionAsync(AnnouncedConference conference, TimeProposal proposal, CancellationToken cancellationToken)
    {
        var parties = await store.Invited.AsNoTracking().Where(party => party.ConferenceId == conference.ConferenceId).ToListAsync(cancellationToken);
        return new CheckSlot
        {
            CheckId = proposal.ProposalId,
            ConferenceId = conference.ConferenceId,
            Criteria = new SlotCriteria
            {
                Kind = conference.Brief!.Kind,
                DurationMinutes = (int)(proposal.End - proposal.Start).TotalMinutes,
                Start = proposal.Start,
                Participants = [.. parties.Select(party => new SlotParticipant { HospitalId = party.HospitalId, Required = party.Required })],
            },
        };
    }
}
