using System.Globalization;
using Conference.Platform.Time;
using Conference.Portal.Api;

namespace Conference.Portal.Access.Audit;

/// <summary>What the page is asked to show. <c>Before</c> is where the next page begins.</summary>
internal sealed record AuditFilter(string? Service, string? Who, string? Subject, string? Outcome, DateOnly? From, DateOnly? To, DateTimeOffset? Before)
{
    public IReadOnlyList<string> Services => Service is { } one && AllServices.Names.Contains(one) ? [one] : AllServices.Names;

    public string Query(NetworkTime network, int size)
    {
        DateTimeOffset? to = To is { } day && day < DateOnly.MaxValue ? network.StartOf(day.AddDays(1)).AddMilliseconds(-1) : null;
        return QueryString.Create(new Dictionary<string, string?>
        {
            ["who"] = Text(Who),
            ["subject"] = Text(Subject),
            ["outcome"] = Text(Outcome),
            ["from"] = From is { } from ? Text(network.StartOf(from)) : null,
            ["to"] = Text(Before < to ? Before : to ?? Before),
            ["pageSize"] = size.ToString(CultureInfo.InvariantCulture),
        }.Where(pair => pair.Value is not null)).ToString();
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Text(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
