using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Outbound;

namespace Conference.Invitations.Ledger;

/// <summary>Makes the mails of one conference at one moment.</summary>
internal sealed class MailDrafts(
    AnnouncedConference conference, IReadOnlyDictionary<string, KnownHospital> hospitals, DateTimeOffset now, Attendance attendance)
{
    public Mail Announce(Recipient recipient, MailKind kind, MailThread thread)
    {
        var brief = conference.Brief!;
        var before = thread.Told is { Kind: not MailKind.Cancellation } told && (told.Start != brief.Start || told.End != brief.End) ? told : null;
        return Draft(recipient, kind, thread.Again(kind, conference.Revision, now), thread, Content(recipient, thread, brief) with { PreviousStart = before?.Start, PreviousEnd = before?.End });
    }

    /// <summary>The time that is taken back is the one that this recipient holds.</summary>
    public Mail Cancel(MailThread thread, Ending ending)
    {
        var told = thread.Told!;
        var brief = conference.Brief! with { Start = told.Start, End = told.End };
        return Draft(thread.Recipient, MailKind.Cancellation, thread.Again(MailKind.Cancellation, conference.Revision, now), thread, Content(thread.Recipient, thread, brief) with { WholeCancelled = ending != Ending.TakenBack, TimeOff = ending == Ending.TimeOff });
    }

    public Mail Remind(Recipient recipient, MailKind kind, TimeSpan lead, MailThread thread) =>
        Draft(recipient, kind, lead, thread, Content(recipient, thread, conference.Brief!));

    /// <summary>The time that is declined is the one proposed; the one that stands is said as the one before.</summary>
    public Mail Decline(MailThread thread, TimeProposal proposal)
    {
        var brief = conference.Brief!;
        var content = Content(thread.Recipient, thread, brief) with { PreviousStart = proposal.Start, PreviousEnd = proposal.End };
        return Draft(thread.Recipient, MailKind.ProposalDeclined, proposal.ProposedAt - DateTimeOffset.UnixEpoch, thread, content);
    }

    /// <summary>Asks somebody else to tell a hospital what its desk could not be told.</summary>
    public Mail PassOn(Recipient recipient, MailThread thread, MailThread unaware, Lacking lacks, TimeSpan lead)
    {
        var brief = lacks == Lacking.End && unaware.Told is { } told ? conference.Brief! with { Start = told.Start, End = told.End } : conference.Brief!;
        return Draft(recipient, MailKind.OldTimeHeld, lead, thread, Content(recipient, thread, brief) with { Unreached = NameOf(unaware.HospitalId, recipient.Language), Lacking = lacks });
    }

    private MailContent Content(Recipient recipient, MailThread thread, ConferenceBrief brief) => new()
    {
        Brief = brief,
        HostName = NameOf(brief.HostHospitalId, recipient.Language),
        HospitalName = NameOf(recipient.HospitalId, recipient.Language),
        Agent = conference.Agent,
        Confirmed = conference.Confirmed,
        FirstMailId = thread.First?.MailId,
        Others = [.. attendance.Shown.Where(other => !other.Address.Equals(recipient.Address, StringComparison.OrdinalIgnoreCase)).Select(attendance.Other)],
        Optional = attendance.Optional.Contains(recipient.HospitalId),
        FromPoll = attendance.FromPoll,
        Answered = attendance.AnswerOf(recipient.HospitalId),
    };

    private Mail Draft(Recipient recipient, MailKind kind, TimeSpan lead, MailThread thread, MailContent content)
    {
        var queuedAt = thread.NextStamp(now);
        return new Mail
        {
            MailId = Guid.CreateVersion7(now),
            ConferenceId = conference.ConferenceId,
            HospitalId = recipient.HospitalId,
            ContactId = recipient.ContactId,
            Address = recipient.Address,
            ContactName = recipient.Name,
            Language = recipient.Language,
            Kind = kind,
            Revision = conference.Revision,
            Lead = (long)lead.TotalSeconds,
            Start = content.Brief.Start,
            End = content.Brief.End,
            Content = content,
            QueuedAt = queuedAt,
            NextAttemptAt = now,
        };
    }

    private string NameOf(string hospitalId, string language) =>
        hospitals.TryGetValue(hospitalId, out var hospital) && hospital.NameIn(language) is { Length: > 0 } name ? name : hospitalId;
}

/// <summary>Why a time is taken back.</summary>
internal enum Ending
{
    /// <summary>This recipient is no longer invited.</summary>
    TakenBack,

    /// <summary>The conference is off.</summary>
    Cancelled,

    /// <summary>Only its time is; another is still wanted.</summary>
    TimeOff,
}
