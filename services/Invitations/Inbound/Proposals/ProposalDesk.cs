using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Messaging;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Proposals;

/// <summary>Keeps the times that hospitals propose, and asks Booking of each whether it would do.</summary>
internal sealed class ProposalDesk(InvitationsStore store, TimeProvider time)
{
    public const string Taken = "proposed";
    public const string SameTime = "same_time";
    public const string Impossible = "proposal_impossible";

    private const int Step = 5;
    private const int Shortest = 15;
    private const int Longest = 600;
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(PlanningHorizon.Days);

    public async Task<ReceivedMail> TakeAsync(ReceivedMail note, AnnouncedConference conference, CancellationToken cancellationToken)
    {
        if (!conference.IsLive || conference.IsOver(time.GetUtcNow()))
            return note.Became(ReceivedOutcome.Noted, conference.IsLive ? "conference_over" : "conference_cancelled");
        var proposed = new ProposedTime(note.HospitalId!, note.ContactId!.Value, note.ProposedStart!.Value, note.ProposedEnd!.Value, note.AnsweredAt ?? time.GetUtcNow());
        var became = await TakeAsync(proposed, conference, cancellationToken);
        return note.Became(became switch { Taken => ReceivedOutcome.Taken, Impossible => ReceivedOutcome.Review, _ => ReceivedOutcome.Noted }, became);
    }

    /// <summary>Takes a proposal for a conference that is still to come, within the caller's transaction.</summary>
    /// <returns>What became of it: <see cref="Taken"/>, <see cref="SameTime"/> or <see cref="Impossible"/>.</returns>
    public async Task<string> TakeAsync(ProposedTime proposed, AnnouncedConference conference, CancellationToken cancellationToken)
    {
        if (proposed.Start == conference.Brief!.Start && proposed.End == conference.Brief.End)
            return SameTime;
        if (!IsPossible(proposed.Start, proposed.End))
            return Impossible;

        // A hospital's newer proposal takes the place of its older one.
        foreach (var earlier in await store.Proposals.Where(row => row.ConferenceId == conference.ConferenceId && row.HospitalId == proposed.HospitalId && row.State == ProposalState.Open).ToListAsync(cancellationToken))
            earlier.State = ProposalState.Overtaken;
        var proposal = new TimeProposal
        {
            ProposalId = Guid.CreateVersion7(time.GetUtcNow()),
            ConferenceId = conference.ConferenceId,
            HospitalId = proposed.HospitalId,
            ContactId = proposed.ContactId,
            Revision = conference.Revision,
            Start = proposed.Start.ToUniversalTime(),
            End = proposed.End.ToUniversalTime(),
            ProposedAt = proposed.At,
        };
        store.Proposals.Add(proposal);
        await store.PublishAsync(await QuestionAsync(conference, proposal, cancellationToken), cancellationToken);
        return Taken;
    }

    private bool IsPossible(DateTimeOffset start, DateTimeOffset end)
    {
        var (now, minutes) = (time.GetUtcNow(), (end - start).TotalMinutes);
        return start > now && start < now + Furthest && start.UtcDateTime.Minute % Step == 0 && start.Ticks % TimeSpan.TicksPerMinute == 0
            && minutes is >= Shortest and <= Longest && minutes % Step == 0;
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
                HostHospitalId = conference.Brief.HostHospitalId,
            },
        };
    }
}

/// <summary>A time that a contact proposes.</summary>
internal sealed record ProposedTime(string HospitalId, Guid ContactId, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset At);
