using Conference.Platform.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;

namespace Conference.Invitations.Outbound;

/// <summary>Signs mails for the domain they are from (RFC 6376): large providers take unsigned ones for forged.</summary>
internal sealed class DkimSignature
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.InReplyTo, HeaderId.References,
        HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    private readonly DkimSigner? _signer;

    public DkimSignature(IOptions<TransportOptions> transport, IOptions<MailOptions> mail)
    {
        if (transport.Value.DkimKey is not { Length: > 0 } file)
            return;
        try
        {
            _signer = new DkimSigner(file, mail.Value.Domain, transport.Value.DkimSelector)
            {
                SignatureAlgorithm = DkimSignatureAlgorithm.RsaSha256,
                HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
                BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
                AgentOrUserIdentifier = $"@{mail.Value.Domain}",
            };
        }
        catch (Exception wrong) when (wrong is IOException or FormatException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidSettingException("Mail:DkimKey", file, "a file with an RSA private key in PEM");
        }
    }

    public void Sign(MimeMessage message)
    {
        if (_signer is null)
            return;
        message.Prepare(EncodingConstraint.SevenBit);
        _signer.Sign(message, [.. Signed.Where(header => message.Headers.Contains(header))]);
    }
}
