using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>Lets no recipient's domain be sent more than it may in a minute: many providers block whoever hurries.</summary>
internal sealed class DomainRates(IOptions<TransportOptions> options, TimeProvider time)
{
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the mail may go now, which is noted; else from when on.</summary>
    public DateTimeOffset? Take(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        if (RateOf(domain) is not { } perMinute)
            return null;
        var now = time.GetUtcNow();
        lock (_next)
        {
            var next = _next.GetValueOrDefault(domain);
            if (next > now)
                return next;
            _next[domain] = now + (TimeSpan.FromMinutes(1) / perMinute);
            return null;
        }
    }

    private int? RateOf(string domain) => options.Value.Rates
        .FirstOrDefault(rate => domain.Equals(rate.Domain, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{rate.Domain}", StringComparison.OrdinalIgnoreCase))?.PerMinute
        ?? options.Value.PerDomainPerMinute;
}
