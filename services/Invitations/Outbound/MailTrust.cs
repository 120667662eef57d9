using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>How the postman and the servers come to trust each other, and how fast he may go.</summary>
internal sealed record MailTrust(TrustedCertificates Certificates, MailSignIn SignIn, DkimSignature Dkim, DomainRates Rates, IOptions<TransportOptions> Options)
{
    public TimeSpan RetryAfter => Options.Value.RetryAfter;
}
