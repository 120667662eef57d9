using System.ComponentModel.DataAnnotations;

namespace Conference.Invitations.Outbound;

/// <summary>How mail goes over the wire (section <c>Mail</c>).</summary>
internal sealed class TransportOptions
{
    /// <summary>The file of the private key, RSA in PEM, that signs mails by DKIM for <c>Mail:Domain</c>. Default none: they are not signed here.</summary>
    public string? DkimKey { get; set; }

    /// <summary>The selector under which the public key stands in the DNS. Default <c>conference</c>.</summary>
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9._-]{0,62}", ErrorMessage = "Mail:DkimSelector must be a DNS name.")]
    public string DkimSelector { get; set; } = "conference";

    /// <summary>How many mails a minute go to one recipient domain, 1 to 100,000. Default none: as fast as the server takes them.</summary>
    [Range(1, 100_000, ErrorMessage = "Mail:PerDomainPerMinute must be from 1 to 100000.")]
    public int? PerDomainPerMinute { get; set; }

    /// <summary>Other rates for some domains.</summary>
    public IList<DomainRate> Rates { get; init; } = [];

    /// <summary>Where a token is asked for (OAuth 2.0 client credentials, RFC 6749 section 4.4). With it the servers are signed in to by XOAUTH2, the user that of their URLs.</summary>
    [Url(ErrorMessage = "Mail:OAuthTokenUrl must be a URL.")]
    public string? OAuthTokenUrl { get; set; }

    public string OAuthClientId { get; set; } = "";

    public string OAuthClientSecret { get; set; } = "";

    public string OAuthScope { get; set; } = "";
}

/// <summary>A domain, the ones below it included, and how many mails a minute it is sent.</summary>
internal sealed class DomainRate
{
    public string Domain { get; set; } = "";

    public int PerMinute { get; set; }
}
