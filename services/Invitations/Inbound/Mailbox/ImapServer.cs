using System.Net;
using Conference.Platform.Hosting;
using MailKit.Security;

namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>The mailbox that the setting <c>Mail:Imap</c> names.</summary>
internal sealed record ImapServer(string Host, int Port, SecureSocketOptions Security, NetworkCredential Credentials)
{
    /// <summary>Reads the setting; null when it is empty.</summary>
    public static ImapServer? Read(string? setting)
    {
        if (string.IsNullOrEmpty(setting))
            return null;
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var url) || url.Scheme is not ("imap" or "imaps") || url.Host.Length == 0 || url.AbsolutePath is not ("/" or "")
            || url.UserInfo.Split(':', 2) is not [{ Length: > 0 } user, .. var rest])
        {
            // The value holds a password: it is not repeated.
            throw new InvalidSettingException("Mail:Imap", "…", "a URL such as imaps://user:password@mail.example or imap://user:password@mail.example:143");
        }

        var secure = url.Scheme == "imaps";
        var password = rest is [var given] ? Uri.UnescapeDataString(given) : "";
        return new ImapServer(url.Host, url.Port > 0 ? url.Port : secure ? 993 : 143, secure ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, new NetworkCredential(Uri.UnescapeDataString(user), password));
    }
}
