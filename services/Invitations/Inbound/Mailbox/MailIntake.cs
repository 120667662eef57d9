using System.Security.Cryptography;
using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Reading;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>Takes the bytes of one mail in: read, judged, noted. What cannot be read is noted too, and stops nothing.</summary>
internal sealed class MailIntake(MailReader reader, IServiceScopeFactory scopes, IOptions<InboundOptions> options, ILogger<MailIntake> logger)
{
    public int Largest => options.Value.LargestKilobytes * 1024;

    public async Task<ReceivedMail> TakeAsync(byte[] mail, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(mail));
        if (mail.Length > Largest)
            return await RefuseAsync(hash, "", "", "mail_too_large", cancellationToken);
        ReadMail read;
        try
        {
            read = reader.Read(mail);
        }
        catch (UnreadableMailException broken)
        {
            return await RefuseAsync(hash, "", "", broken.Reason, cancellationToken);
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            // Nothing but the mail goes into reading it: whatever fails would fail again, and the next mail shall go on.
            logger.LogError(broken, "A mail could not be read");
            return await RefuseAsync(hash, "", "", "not_a_mail", cancellationToken);
        }

        await using var scope = scopes.CreateAsyncScope();
        var note = await scope.ServiceProvider.GetRequiredService<MailDesk>().TakeAsync(hash, read, cancellationToken);
        logger.LogInformation("Mail {ReceivedMailId} became {Outcome} ({Reason}) for conference {ConferenceId}", note.ReceivedMailId, note.Outcome, note.Reason, note.ConferenceId);
        return note;
    }

    /// <summary>Notes a mail that is not fetched.</summary>
    public async Task<ReceivedMail> RefuseAsync(string hash, string sender, string subject, string reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var note = await scope.ServiceProvider.GetRequiredService<MailDesk>().RefuseAsync(hash, sender, subject, reason, cancellationToken);
        logger.LogWarning("Mail {ReceivedMailId} was not read: {Reason}", note.ReceivedMailId, note.Reason);
        return note;
    }
}
