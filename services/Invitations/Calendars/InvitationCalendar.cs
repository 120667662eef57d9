using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
using Conference.Platform.Calendars;
using Conference.Platform.Time;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Calendars;

/// <summary>
/// The calendar part of a mail (RFC 5545, 5546): one event with one attendee, the reader. UID is the conference's for
/// life, SEQUENCE its revision, DTSTAMP the mail's.
/// </summary>
internal sealed class InvitationCalendar(NetworkTime network, AgentAddresses agents, IOptions<PortalAddress> portal, IOptions<MailOptions> options)
{
    private const string Product = "-//Conference//Invitations//JA";

    public static string MethodOf(Mail mail) => mail.Kind switch
    {
        MailKind.Cancellation => CalendarMethods.Cancel,
        MailKind.ProposalDeclined => CalendarMethods.DeclineCounter,
        _ => CalendarMethods.Request,
    };

    public string Write(Mail mail, Letter letter, bool withToken = true) => ContentLines.Fold(new CalendarSerializer().SerializeToString(Of(mail, letter, withToken))!);

    /// <summary>The same before it is written.</summary>
    public Calendar Of(Mail mail, Letter letter, bool withToken = true)
    {
        var calendar = new Calendar { Method = MethodOf(mail), ProductId = Product };
        if (mail.Kind != MailKind.ProposalDeclined && network.Zone.Id != "UTC")
            calendar.AddChild(ZoneRules.Of(network.Zone, mail.Start));
        var happening = mail.Kind switch
        {
            MailKind.Cancellation => Cancelled(mail, letter),
            MailKind.ProposalDeclined => NotTaken(mail, letter),
            _ => Requested(mail, letter),
        };
        happening.Organizer = new Organizer(MailTo(agents.Of(mail, withToken))) { CommonName = options.Value.FromName };
        calendar.Events.Add(happening);
        return calendar;
    }

    private CalendarEvent Requested(Mail mail, Letter letter)
    {
        var happening = Event(mail, letter);
        happening.Status = mail.Content.Confirmed ? EventStatus.Confirmed : EventStatus.Tentative;
        happening.Transparency = TransparencyType.Opaque;
        happening.Location = letter.Text["Place"];
        happening.Url = new Uri(portal.Value.OfConference(mail.ConferenceId));
        happening.Properties.Add(Conference(mail, letter));
        happening.Attendees.Add(Asked(mail.Address, mail.ContactName, mail.Content.Optional, mail.Content.Answered));
        foreach (var other in mail.Content.Others)
            happening.Attendees.Add(Asked(other.Address, other.Name, other.Optional, other.Answered));
        happening.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = letter.Text["Alarm"], Trigger = new Trigger(Duration.FromMinutes(-15)) });
        return happening;
    }

    private static Attendee Asked(string address, string name, bool optional, Answer? answered) => new(MailTo(address))
    {
        CommonName = name,
        Role = optional ? ParticipationRole.OptionalParticipant : ParticipationRole.RequiredParticipant,
        ParticipationStatus = StatusOf(answered),
        Rsvp = answered is null or Answer.Tentative,
    };

    // RFC 7986 section 5.11. Behind sign-in: the way in itself stands in no mail.
    private CalendarProperty Conference(Mail mail, Letter letter)
    {
        var conference = new CalendarProperty("CONFERENCE", portal.Value.OfConference(mail.ConferenceId));
        conference.AddParameter("VALUE", "URI");
        conference.AddParameter("FEATURE", "VIDEO");
        conference.AddParameter("LABEL", letter.Text["Join"]);
        return conference;
    }

    // Who has answered this revision, be it by ○ in a poll, is not asked again: NEEDS-ACTION would undo the answer in its calendar (RFC 5545 section 3.2.12).
    private static string StatusOf(Answer? answered) => answered switch
    {
        Answer.Accepted => EventParticipationStatus.Accepted,
        Answer.Tentative => EventParticipationStatus.Tentative,
        Answer.Declined => EventParticipationStatus.Declined,
        _ => EventParticipationStatus.NeedsAction,
    };

    // RFC 5546 section 3.2.5 allows no alarm here; STATUS is said twice because some programs look at it alone.
    private CalendarEvent Cancelled(Mail mail, Letter letter)
    {
        var happening = Event(mail, letter);
        happening.Status = EventStatus.Cancelled;
        happening.Attendees.Add(new Attendee(MailTo(mail.Address)) { CommonName = mail.ContactName });
        return happening;
    }

    // RFC 5546 section 3.2.8: little more than which event it is about.
    private CalendarEvent NotTaken(Mail mail, Letter letter)
    {
        var happening = new CalendarEvent
        {
            Uid = Uid(mail),
            Sequence = mail.Revision,
            DtStamp = new CalDateTime(mail.QueuedAt.UtcDateTime, "UTC"),
        };
        happening.Comments.Add(letter.Intro);
        return happening;
    }

    private string Uid(Mail mail) => $"{mail.ConferenceId}@{options.Value.Domain}";

    private CalendarEvent Event(Mail mail, Letter letter) => new()
    {
        Uid = Uid(mail),
        Sequence = mail.Revision,
        DtStamp = new CalDateTime(mail.QueuedAt.UtcDateTime, "UTC"),
        Start = Local(mail.Start),
        End = Local(mail.End),
        Summary = $"{LetterWriter.KindOf(letter.Text, mail.Content.Brief.Kind)} {mail.Content.Brief.Number}",
        Description = PlainLetter.Body(letter),
    };

    private CalDateTime Local(DateTimeOffset instant) => new(DateTime.SpecifyKind(network.ToLocal(instant).DateTime, DateTimeKind.Unspecified), network.Zone.Id);

    private static string MailTo(string address) => $"mailto:{address}";
}

internal static class CalendarMethods
{
    public const string Request = "REQUEST";
    public const string Cancel = "CANCEL";
    public const string DeclineCounter = "DECLINECOUNTER";
}
