using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Conference.Platform.Hosting;
using MailKit;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>Which mail servers are believed to be themselves: those that the system trusts, and those of one's own authority.</summary>
internal sealed class TrustedCertificates
{
    private readonly X509Certificate2Collection? _authority;

    public TrustedCertificates(IOptions<MailOptions> options)
    {
        if (options.Value.Authority is not { Length: > 0 } file)
            return;
        try
        {
            _authority = [];
            _authority.ImportFromPemFile(file);
        }
        catch (Exception wrong) when (wrong is IOException or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            throw new InvalidSettingException("Mail:Authority", file, "a file with the certificates of the mail servers' authority in PEM");
        }
    }

    public T Apply<T>(T client) where T : MailService
    {
        if (_authority is not null)
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || IsOurs(certificate, errors);
        return client;
    }

    // The name must be right in any case.
    private bool IsOurs(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 shown)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authority!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
