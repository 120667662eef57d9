using System.Net;
using Conference.Platform.Hosting;
using MailKit.Security;

namespace Conference.Invitations.Outbound;

/// <summary>The mail server that the setting <c>Mail:Smtp</c> names.</summary>
internal sealed record SmtpServer(string Host, int Port, SecureSocketOptions Security, NetworkCredential? Credentials)
{
    /// <summary>Reads the setting; null when it is empty.</summary>
    public static SmtpServer? Read(string? setting)
    {
        if (string.IsNullOrEmpty(setting))
            return null;
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var url) || url.Scheme is not ("smtp" or "smtps") || url.Host.Length == 0 || url.AbsolutePath is not ("/" or ""))
        {
            // The value can hold a password: it is not repeated.
            throw new InvalidSettingException("Mail:Smtp", "…", "a URL such as smtp://user:password@mail.example:587 or smtps://user:password@mail.example");
        }

        var credentials = url.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var rest]
            ? new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(rest is [var password] ? password : ""))
            : null;
        var secure = url.Scheme == "smtps";
        return new SmtpServer(url.Host, url.Port > 0 ? url.Port : secure ? 465 : 25, Choose(secure, credentials), credentials);
    }

    // A password never goes over a line in the clear.
    private static SecureSocketOptions Choose(bool secure, NetworkCredential? credentials) => (secure, credentials) switch
    {
        (true, _) => SecureSocketOptions.SslOnConnect,
        (_, not null) => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };
}
