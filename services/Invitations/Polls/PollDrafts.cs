using System.Text.Json.Serialization;
using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Ledger;
using Conference.Invitations.Outbound;

namespace Conference.Invitations.Polls;

/// <summary>Makes the mails of one poll at one moment.</summary>
internal sealed class PollDrafts(AnnouncedConference conference, AnnouncedPoll poll, IReadOnlyDictionary<string, KnownHospital> hospitals, DateTimeOffset now)
{
    public Mail Ask(Recipient recipient, MailThread thread) => Draft(recipient, MailKind.Poll, poll.Revision, thread.Again(MailKind.Poll, poll.Revision, now), thread, null);

    public Mail Chase(Recipient recipient, TimeSpan lead, MailThread thread) => Draft(recipient, MailKind.PollChaser, poll.Revision, lead, thread, null);

    /// <summary>The times need not be kept free any more, at the revision of what ended the poll.</summary>
    public Mail End(MailThread thread, PollEnding ending, int revision) => Draft(thread.Recipient, MailKind.PollEnd, revision, thread.Again(MailKind.PollEnd, revision, now), thread, ending);

    private Mail Draft(Recipient recipient, MailKind kind, int revision, TimeSpan lead, MailThread thread, PollEnding? ending)
    {
        var (brief, candidates) = (poll.Brief!, poll.CandidatesOf(recipient.HospitalId));
        if (candidates.Count == 0)
            candidates = brief.Candidates;
        var (start, end) = (candidates[0].Start, candidates[^1].End);
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
            Revision = revision,
            Lead = (long)lead.TotalSeconds,
            Start = start,
            End = end,
            Content = new MailContent
            {
                Brief = new ConferenceBrief { Number = brief.Number, Kind = brief.Kind, HostHospitalId = brief.HostHospitalId, Start = start, End = end, CaseCount = brief.CaseCount, ReplyBy = brief.Deadline },
                HostName = NameOf(brief.HostHospitalId, recipient.Language),
                HospitalName = NameOf(recipient.HospitalId, recipient.Language),
                Agent = conference.Agent,
                Confirmed = false,
                FirstMailId = thread.First?.MailId,
                Candidates = candidates,
                CandidatesChanged = kind == MailKind.Poll && thread.Mails.Any(mail => mail.Kind == MailKind.Poll && mail.MayHaveLeft),
                PollEnding = ending,
            },
            QueuedAt = thread.NextStamp(now),
            NextAttemptAt = now,
        };
    }

    private string NameOf(string hospitalId, string language) =>
        hospitals.TryGetValue(hospitalId, out var hospital) && hospital.NameIn(language) is { Length: > 0 } name ? name : hospitalId;
}

/// <summary>Why a poll is over for a hospital.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PollEnding>))]
internal enum PollEnding
{
    /// <summary>The conference is off.</summary>
    Cancelled,

    /// <summary>Another way to a time is taken; the hospital is written to when there is one.</summary>
    GivenUp,

    /// <summary>A time was decided on, or others are asked: this hospital has no part in it.</summary>
    NotInvited,
}
