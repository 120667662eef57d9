using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>
/// Lets no recipient's domain be sent more than it may in a minute: many providers block whoever hurries. It goes by
/// elapsed time, so that a clock that is set neither hurries nor stops anything.
/// </summary>
internal sealed class DomainRates(IOptions<TransportOptions> options, TimeProvider time)
{
    private readonly Dictionary<string, (long Since, TimeSpan Pause)> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the mail may go now, which is noted; else from when on.</summary>
    public DateTimeOffset? Take(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        if (RateOf(domain) is not { } perMinute)
            return null;
        lock (_last)
        {
            if (_last.TryGetValue(domain, out var last) && last.Pause - time.GetElapsedTime(last.Since) is { Ticks: > 0 } rest)
                return time.GetUtcNow() + rest;
            _last[domain] = (time.GetTimestamp(), TimeSpan.FromMinutes(1) / perMinute);
            return null;
        }
    }

    private int? RateOf(string domain) => options.Value.Rates
        .FirstOrDefault(rate => domain.Equals(rate.Domain, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{rate.Domain}", StringComparison.OrdinalIgnoreCase))?.PerMinute
        ?? options.Value.PerDomainPerMinute;
}
