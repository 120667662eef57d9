using System.Reflection;
using Conference.Portal;
using Microsoft.AspNetCore.Components;

namespace Conference.BrowserTests.Accessibility;

/// <summary>Every address at which the product shows a page, and where each is looked at.</summary>
internal static class Routes
{
    /// <summary>What stands for a page's parameter is made or found by <see cref="Demonstration"/>.</summary>
    public static IReadOnlyList<(string Route, string[] Visits)> SignedIn { get; } =
    [
        ("/", ["/"]),
        ("/schedule", ["/schedule", "/schedule?view=week", "/schedule?view=list", "/schedule?prefecture=47&date=2031-01-01"]),
        ("/schedule/subscribe", ["/schedule/subscribe"]),
        ("/conferences", ["/conferences", "/conferences?state=Cancelled", "/conferences?number=none", "/conferences?state=Wrong"]),
        ("/conferences/new", ["/conferences/new"]),
        ("/conferences/{ConferenceId:guid}",
        [
            "/conferences/{AwaitingReplies}", "/conferences/{Confirmed}", "/conferences/{Unplaced}", "/conferences/{Polling}", "/conferences/{InSession}",
            "/conferences/{AwaitingRecord}", "/conferences/{Completed}", "/conferences/{Cancelled}", "/conferences/{AwaitingReplies}?done=reschedule",
        ]),
        ("/conferences/{ConferenceId:guid}/amend", ["/conferences/{AwaitingReplies}/amend", "/conferences/{Polling}/amend"]),
        ("/conferences/{ConferenceId:guid}/answers/{HospitalId}", ["/conferences/{AwaitingReplies}/answers/{participant}"]),
        ("/conferences/{ConferenceId:guid}/cancel", ["/conferences/{Confirmed}/cancel"]),
        ("/conferences/{ConferenceId:guid}/poll/{HospitalId}", ["/conferences/{Polling}/poll/H1302"]),
        ("/conferences/{ConferenceId:guid}/record", ["/conferences/{AwaitingRecord}/record", "/conferences/{Completed}/record"]),
        ("/conferences/{ConferenceId:guid}/reschedule", ["/conferences/{Confirmed}/reschedule"]),
        ("/attention", ["/attention"]),
        ("/series", ["/series"]),
        ("/series/new", ["/series/new"]),
        ("/series/{SeriesId:guid}", ["/series/{series}"]),
        ("/series/{SeriesId:guid}/change", ["/series/{series}/change"]),
        ("/series/{SeriesId:guid}/cancel", ["/series/{series}/cancel"]),
        ("/hospitals", ["/hospitals", "/hospitals?prefecture=13", "/hospitals?q=none"]),
        ("/hospitals/new", ["/hospitals/new"]),
        ("/hospitals/import", ["/hospitals/import"]),
        ("/hospitals/holidays", ["/hospitals/holidays"]),
        ("/hospitals/{HospitalId}", ["/hospitals/H1301"]),
        ("/hospitals/{HospitalId}/change", ["/hospitals/H1301/change"]),
        ("/hospitals/{HospitalId}/withdraw", ["/hospitals/H1301/withdraw"]),
        ("/hospitals/{HospitalId}/sites/new", ["/hospitals/H1301/sites/new"]),
        ("/hospitals/{HospitalId}/contacts", ["/hospitals/H1301/contacts"]),
        ("/hospitals/{HospitalId}/professions", ["/hospitals/H1301/professions"]),
        ("/hospitals/{HospitalId}/sites/{SiteId}", ["/hospitals/H1301/sites/H1301-1"]),
        ("/hospitals/{HospitalId}/sites/{SiteId}/closures", ["/hospitals/H1301/sites/H1301-1/closures"]),
        ("/hospitals/{HospitalId}/sites/{SiteId}/test", ["/hospitals/H1301/sites/H1301-1/test"]),
        ("/mails", ["/mails", "/mails?state=refused", "/mails?conference={Confirmed}"]),
        ("/mails/review", ["/mails/review", "/mails/review?outcome=refused"]),
        ("/mails/senders", ["/mails/senders"]),
        ("/reports", ["/reports"]),
        ("/operations", ["/operations"]),
        ("/operations/audit", ["/operations/audit"]),
        ("/operations/messages", ["/operations/messages"]),
        ("/operations/messages/{Service}/{Id}", ["/operations/messages/council/{failed}"]),
        ("/operations/messages/{Service}/{Id}/discard", ["/operations/messages/council/{failed}/discard"]),
        ("/users", ["/users"]),
        ("/account", ["/account"]),
        ("/forbidden", ["/forbidden"]),
        ("/not-found", ["/not-found"]),
        ("/error/{Status:int}", ["/error/500"]),
    ];

    public static IReadOnlyList<(string Route, string[] Visits)> SignedOut { get; } =
    [
        ("/signin", ["/signin", "/signin?refused=provider"]),
        ("/rsvp/{token}", ["/rsvp/{answer}", "/rsvp/{withdrawn}", "/rsvp/tampered"]),
        ("/rsvp/{token}/quiet", ["/rsvp/{answer}/quiet"]),
        ("/poll/{token}", ["/poll/{marks}", "/poll/tampered"]),
        ("/error/{Status:int}", ["/error/404"]),
    ];

    /// <summary>Looked at by tests of their own: they lead elsewhere unless somebody is on the way in, or end other sessions.</summary>
    public static IReadOnlyList<string> OnTheWayIn { get; } = ["/signin/password", "/signin/second-factor", "/signin/code", "/account/second-factor"];

    /// <summary>All pages there are, as the product itself declares them; those that a mail leads to are no components with an address.</summary>
    public static IEnumerable<string> Declared => typeof(PortalModule).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template)
        .Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "endpoints.approved.txt"))
            .Select(line => line.Split(' '))
            .Where(line => line[0] == "GET" && (line[1].StartsWith("/rsvp/", StringComparison.Ordinal) || line[1].StartsWith("/poll/", StringComparison.Ordinal)))
            .Select(line => line[1]))
        .Distinct();
}
