using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
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
internal sealed class InvitationCalendar(NetworkTime network, IOptions<PortalAddress> portal, IOptions<MailOptions> options)
{
    private const string Product = "-//Conference//Invitations//JA";

    public static string MethodOf(Mail mail) => mail.Kind == MailKind.Cancellation ? CalendarMethods.Cancel : CalendarMethods.Request;

    /// <summary>The organizer's address, which is also the sender's.</summary>
    public static string AddressOf(Mail mail, MailOptions options) => $"{mail.Content.Agent}@{options.Domain}";

    public string Write(Mail mail, Letter letter)
    {
        var calendar = new Calendar { Method = MethodOf(mail), ProductId = Product };
        calendar.AddChild(ZoneRules.Of(network.Zone, mail.Start));
        calendar.Events.Add(mail.Kind == MailKind.Cancellation ? Cancelled(mail, letter) : Requested(mail, letter));
        return ContentLines.Fold(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private CalendarEvent Requested(Mail mail, Letter letter)
    {
        var happening = Event(mail, letter);
        happening.Status = mail.Content.Confirmed ? EventStatus.Confirmed : EventStatus.Tentative;
        happening.Transparency = TransparencyType.Opaque;
        happening.Location = letter.Text["Place"];
        happening.Url = new Uri(portal.Value.OfConference(mail.ConferenceId));
        happening.Attendees.Add(new Attendee(MailTo(mail.Address))
        {
            CommonName = mail.ContactName,
            Role = ParticipationRole.RequiredParticipant,
            ParticipationStatus = EventParticipationStatus.NeedsAction,
            Rsvp = true,
        });
        happening.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = letter.Text["Alarm"], Trigger = new Trigger(Duration.FromMinutes(-15)) });
        return happening;
    }

    // RFC 5546 section 3.2.5 allows no alarm here; STATUS is said twice because some programs look at it alone.
    private CalendarEvent Cancelled(Mail mail, Letter letter)
    {
        var happening = Event(mail, letter);
        happening.Status = EventStatus.Cancelled;
        happening.Attendees.Add(new Attendee(MailTo(mail.Address)) { CommonName = mail.ContactName });
        return happening;
    }

    private CalendarEvent Event(Mail mail, Letter letter) => new()
    {
        Uid = $"{mail.ConferenceId}@{options.Value.Domain}",
        Sequence = mail.Revision,
        DtStamp = new CalDateTime(mail.QueuedAt.UtcDateTime, "UTC"),
        Start = Local(mail.Start),
        End = Local(mail.End),
        Summary = $"{LetterWriter.KindOf(letter.Text, mail.Content.Brief.Kind)} {mail.Content.Brief.Number}",
        Description = PlainLetter.Body(letter),
        Organizer = new Organizer(MailTo(AddressOf(mail, options.Value))) { CommonName = options.Value.FromName },
    };

    private CalDateTime Local(DateTimeOffset instant) => new(DateTime.SpecifyKind(network.ToLocal(instant).DateTime, DateTimeKind.Unspecified), network.Zone.Id);

    private static string MailTo(string address) => $"mailto:{address}";
}

internal static class CalendarMethods
{
    public const string Request = "REQUEST";
    public const string Cancel = "CANCEL";
}
