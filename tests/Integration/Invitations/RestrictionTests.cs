using System.Text;
using Conference.IntegrationTests.Platform;
using Conference.Invitations.Linting;
using Conference.Tests.Support.Peers;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>The linter's table of RFC 5546 beside libical's: every property, none to two times, in every method that is sent.</summary>
public class RestrictionTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["ATTACH"] = "http://a.example/", ["ATTENDEE"] = "mailto:c@d.example", ["CATEGORIES"] = "A", ["CLASS"] = "PUBLIC", ["CONTACT"] = "x", ["CREATED"] = "20261124T001500Z",
        ["DESCRIPTION"] = "x", ["DTEND"] = "20261210T093000Z", ["DTSTAMP"] = "20261124T001500Z", ["DTSTART"] = "20261210T083000Z", ["DURATION"] = "PT1H", ["EXDATE"] = "20261211T083000Z",
        ["GEO"] = "1.0;2.0", ["LAST-MODIFIED"] = "20261124T001500Z", ["LOCATION"] = "x", ["ORGANIZER"] = "mailto:a@b.example", ["PRIORITY"] = "1", ["RDATE"] = "20261211T083000Z",
        ["RECURRENCE-ID"] = "20261210T083000Z", ["RELATED-TO"] = "x@y.example", ["REQUEST-STATUS"] = "2.0;Success", ["SEQUENCE"] = "1", ["STATUS"] = "CONFIRMED", ["SUMMARY"] = "x",
        ["TRANSP"] = "OPAQUE", ["UID"] = "u@b.example", ["URL"] = "http://a.example/", ["COMMENT"] = "x", ["RESOURCES"] = "x", ["RRULE"] = "FREQ=DAILY;COUNT=2",
    };

    // libical's table is RFC 2446's in these: RFC 5546 lets comments and resources repeat, allows one rule, no status in a
    // request, and in the answer to a proposal its sequence and no word of when it ends.
    private static readonly HashSet<string> Outdated = ["COMMENT", "RESOURCES", "RRULE", "REQUEST REQUEST-STATUS", "DECLINECOUNTER SEQUENCE", "DECLINECOUNTER DTEND", "DECLINECOUNTER DURATION"];

    [Theory]
    [InlineData("REQUEST", "DTSTAMP DTSTART ORGANIZER SUMMARY UID ATTENDEE")]
    [InlineData("ADD", "DTSTAMP DTSTART ORGANIZER SUMMARY UID SEQUENCE")]
    [InlineData("CANCEL", "DTSTAMP ORGANIZER UID SEQUENCE STATUS")]
    [InlineData("DECLINECOUNTER", "DTSTAMP ORGANIZER UID")]
    [InlineData("PUBLISH", "DTSTAMP DTSTART ORGANIZER SUMMARY UID")]
    public async Task Linter_And_Libical_AllowTheSame(string method, string needed)
    {
        using var folder = new TestFolder();
        var ours = new Dictionary<string, bool>();
        foreach (var property in Values.Keys.Where(property => !Outdated.Contains(property) && !Outdated.Contains($"{method} {property}")))
        {
            for (var times = 0; times <= 2; times++)
            {
                var (name, calendar) = ($"{property}-{times}", Encoding.UTF8.GetBytes(Calendar(method, needed.Split(' '), property, times)));
                await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{name}.ics"), calendar);
                ours[name] = !MailLinter.CheckCalendar(calendar).Any(finding => finding.Rule.StartsWith("rfc5546-", StringComparison.Ordinal));
            }
        }

        var theirs = await CalendarPeer.RestrictionsAsync(folder.Path);

        ours.Where(known => theirs[known.Key] != known.Value).Select(known => $"{known.Key}: we say {known.Value}").ShouldBeEmpty();
        ours.Values.ShouldContain(true);
        ours.Values.ShouldContain(false);
    }

    private static string Calendar(string method, IEnumerable<string> needed, string property, int times)
    {
        var lines = needed.Where(name => name != property).Concat(Enumerable.Repeat(property, times)).Select(name => $"{name}:{(method == "CANCEL" && name == "STATUS" ? "CANCELLED" : Values[name])}");
        return string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN", $"METHOD:{method}", "BEGIN:VEVENT", .. lines, "END:VEVENT", "END:VCALENDAR", ""]);
    }
}
