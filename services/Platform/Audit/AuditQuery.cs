using System.Globalization;
using Conference.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Conference.Platform.Audit;

/// <summary>Which entries are asked for: <c>?who=&amp;subject=&amp;outcome=&amp;from=&amp;to=</c>.</summary>
/// <param name="Who">A caller's id.</param>
/// <param name="Subject">An id of what it was about.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="From">From this instant on.</param>
/// <param name="To">Up to and with this instant.</param>
internal sealed record AuditQuery(string? Who, string? Subject, AuditOutcome? Outcome, DateTimeOffset? From, DateTimeOffset? To)
{
    public static AuditQuery Read(IQueryCollection query, ICollection<Fault> faults) => new(
        Text(query["who"]), Text(query["subject"]), OutcomeOf(Text(query["outcome"]), faults), Instant("from", query, faults), Instant("to", query, faults));

    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries)
    {
        if (Who is not null)
            entries = entries.Where(entry => entry.CallerId == Who);
        if (Subject is not null && AuditSubjects.Token(Subject) is var token)
            entries = entries.Where(entry => entry.Subjects.Contains(token));
        if (Outcome is { } outcome)
            entries = entries.Where(entry => entry.Outcome == outcome);
        if (From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (To is { } to)
            entries = entries.Where(entry => entry.At <= to);
        return entries;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static AuditOutcome? OutcomeOf(string? text, ICollection<Fault> faults)
    {
        if (text is null)
            return null;
        if (Enum.TryParse<AuditOutcome>(text, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome))
            return outcome;
        faults.Add(new Fault("outcome", "unknown_outcome", "結果の値が正しくありません。", "Use changed, looked, done, refused or failed."));
        return null;
    }

    private static DateTimeOffset? Instant(string field, IQueryCollection query, ICollection<Fault> faults)
    {
        if (Text(query[field]) is not { } text)
            return null;
        // A plus sign that was not escaped arrives as a space.
        if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant;
        faults.Add(new Fault(field, "not_an_instant", $"{field} は 2026-12-10T17:30:00+09:00 の形で指定してください。", $"Write {field} as 2026-12-10T17:30:00+09:00."));
        return null;
    }
}
