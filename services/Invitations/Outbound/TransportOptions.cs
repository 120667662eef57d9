using System.ComponentModel.DataAnnotations;
using Conference.Platform.Hosting;

namespace Conference.Invitations.Outbound;

/// <summary>How mail goes over the wire (section <c>Mail</c>).</summary>
internal sealed class TransportOptions : IValidatableObject
{
    /// <summary>The file of the private key, RSA in PEM, that signs mails by DKIM for <c>Mail:Domain</c>. Default none: they are not signed here.</summary>
    public string? DkimKey { get; set; }

    /// <summary>The selector under which the public key stands in the DNS. Default <c>conference</c>.</summary>
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9._-]{0,62}", ErrorMessage = "Mail:DkimSelector must be a DNS name.")]
    public string DkimSelector { get; set; } = "conference";

    /// <summary>How many mails a minute go to one recipient domain, 1 to 100,000. Default none: as fast as the server takes them.</summary>
    [Range(1, 100_000, ErrorMessage = "Mail:PerDomainPerMinute must be from 1 to 100000.")]
    public int? PerDomainPerMinute { get; set; }

    /// <summary>Other rates for some domains (<c>Mail:Rates:0:Domain</c>, <c>Mail:Rates:0:PerMinute</c>).</summary>
    public IList<DomainRate> Rates { get; init; } = [];

    /// <summary>
    /// How long after a failure a mail, or a server that is away, is tried again: doubled each time, a mail up to 180
    /// times this and 15 minutes, a server up to 12 times and one minute. 0.1 seconds to 1 minute, default 5 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Mail:RetryAfter must be between 00:00:00.1 and 00:01:00.")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Where a token is asked for (OAuth 2.0 client credentials, RFC 6749 section 4.4). With it the servers are signed in to by XOAUTH2, the user that of their URLs.</summary>
    [WebAddress(ErrorMessage = "Mail:OAuthTokenUrl must be a URL.")]
    public string? OAuthTokenUrl { get; set; }

    public string OAuthClientId { get; set; } = "";

    public string OAuthClientSecret { get; set; } = "";

    public string OAuthScope { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var index = 0; index < Rates.Count; index++)
        {
            var (rate, name) = (Rates[index], $"Mail:Rates:{index}");
            if (Uri.CheckHostName(rate.Domain) != UriHostNameType.Dns)
                yield return new ValidationResult($"{name}:Domain is '{rate.Domain}': it must be a domain such as hospital.jp.");
            if (rate.PerMinute is < 1 or > 100_000)
                yield return new ValidationResult($"{name}:PerMinute is {rate.PerMinute}: it must be from 1 to 100000.");
        }
    }
}

/// <summary>A domain, the ones below it included, and how many mails a minute it is sent.</summary>
internal sealed class DomainRate
{
    public string Domain { get; set; } = "";

    /// <summary>1 to 100,000.</summary>
    public int PerMinute { get; set; }
}
