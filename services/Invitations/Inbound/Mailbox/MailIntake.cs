using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Reading;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>Takes the bytes of one mail in: read, judged, noted. What cannot be read is noted too, and stops nothing.</summary>
internal sealed class MailIntake(MailReader reader, IServiceScopeFactory scopes, IOptions<InboundOptions> options, ILogger<MailIntake> logger)
{
    private const int MostTries = 3;

    private readonly ConcurrentDictionary<string, int> _failures = new();

    public int Largest => options.Value.LargestKilobytes * 1024;

    public async Task<ReceivedMail> TakeAsync(byte[] mail, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(mail));
        if (mail.Length > Largest)
            return await RefuseAsync(hash, MailHeads.Glance(mail), "mail_too_large", cancellationToken);
        ReadMail read;
        try
        {
            read = reader.Read(mail);
        }
        catch (UnreadableMailException broken)
        {
            return await RefuseAsync(hash, MailHeads.Glance(mail), broken.Reason, cancellationToken);
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            // Nothing but the mail goes into reading it: whatever fails would fail again, and the next mail shall go on.
            logger.LogError(broken, "A mail could not be read");
            return await RefuseAsync(hash, MailHeads.Glance(mail), "not_a_mail", cancellationToken);
        }

        var note = await JudgedAsync(hash, read, cancellationToken);
        logger.LogInformation("Mail {ReceivedMailId} became {Outcome} ({Reason}) for conference {ConferenceId}", note.ReceivedMailId, note.Outcome, note.Reason, note.ConferenceId);
        return note;
    }

    /// <summary>Notes a mail that is not read.</summary>
    public async Task<ReceivedMail> RefuseAsync(string hash, MailGlance mail, string reason, CancellationToken cancellationToken)
    {
        var note = await AtDeskAsync(desk => desk.NoteAsync(hash, mail, ReceivedOutcome.Refused, reason, cancellationToken));
        logger.LogWarning("Mail {ReceivedMailId} was not read: {Reason}", note.ReceivedMailId, note.Reason);
        return note;
    }

    // A store that is away comes back and the mail with it. One mail that no store takes would stop all behind it: a person has to look.
    private async Task<ReceivedMail> JudgedAsync(string hash, ReadMail mail, CancellationToken cancellationToken)
    {
        try
        {
            var note = await AtDeskAsync(desk => desk.TakeAsync(hash, mail, cancellationToken));
            _failures.TryRemove(hash, out _);
            return note;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !IsAway(failure))
        {
            if (_failures.AddOrUpdate(hash, 1, (_, times) => times + 1) < MostTries)
                throw;
            logger.LogError(failure, "A mail could not be taken in {Times} times; it is left to a person", MostTries);
            var note = await AtDeskAsync(desk => desk.NoteAsync(hash, new MailGlance(mail.Sender, mail.Subject, mail.Recipients), ReceivedOutcome.Review, "not_taken_in", cancellationToken));
            _failures.TryRemove(hash, out _);
            return note;
        }
    }

    private static bool IsAway(Exception failure) =>
        failure is DbException { IsTransient: true } or SocketException or TimeoutException || (failure.InnerException is { } inner && IsAway(inner));

    private async Task<ReceivedMail> AtDeskAsync(Func<MailDesk, Task<ReceivedMail>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MailDesk>());
    }
}
