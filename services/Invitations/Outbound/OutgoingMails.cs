using System.Resources;
using Conference.Invitations.Linting;
using MimeKit;

namespace Conference.Invitations.Outbound;

/// <summary>
/// Makes a mail ready to leave: written, and checked against every rule of outgoing mail. One that breaks a rule is
/// refused by the rule's name and stops nobody else's.
/// </summary>
internal sealed class OutgoingMails(MailComposer composer)
{
    public OutgoingMail Prepare(Mail mail)
    {
        MimeMessage? message = null;
        try
        {
            message = composer.Compose(mail);
            var bytes = message.ToBytes();
            var findings = MailLinter.Check(bytes);
            return new OutgoingMail(message, bytes, findings.Count == 0 ? null : $"lint {string.Join("; ", findings)}");
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException or MissingManifestResourceException)
        {
            // Whatever it is, it would be the same the next time.
            return new OutgoingMail(message ?? new MimeMessage(), [], $"compose {fault.GetType().Name}: {fault.Message}");
        }
    }
}

/// <summary>A mail as it would leave, and why it may not.</summary>
internal sealed record OutgoingMail(MimeMessage Message, byte[] Bytes, string? Fault) : IDisposable
{
    public void Dispose() => Message.Dispose();
}
