using Conference.Contracts;
using Conference.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>
/// The folder where mails are written that no server shall see. A file's name is its mail's alone, so a mail that
/// was written just before a crash is written over, not twice.
/// </summary>
internal sealed class MailDrop(OutgoingMails outgoing, IOptions<DataOptions> data)
{
    private static readonly string[] Reserved = ["example", "test", "invalid", "localhost"];

    private readonly string _folder = Path.Combine(data.Value.Path, "mail");

    /// <summary>Whether an address is in a domain that can never be real (RFC 2606, RFC 6761).</summary>
    public static bool TakesOnly(string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..].TrimEnd('.');
        return Array.Exists(Reserved, name => domain.Equals(name, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
    }

    public static string FileName(Mail mail)
    {
        var number = string.Concat(mail.Content.Brief.Number.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));
        return $"{number}-{Code.Of(mail.Kind)}-{mail.HospitalId}-{mail.MailId:N}.eml";
    }

    public async Task<Handover> TakeAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var prepared = outgoing.Prepare(mail);
        if (prepared.Fault is { } fault)
            return new Handover(mail.MailId, HandoverResult.Refused, fault);
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, FileName(mail));
        var part = $"{file}.part";
        await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous))
        {
            await stream.WriteAsync(prepared.Bytes, cancellationToken);
            // Else a power cut could leave an empty file of the right name, and a ledger that says "sent".
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, overwrite: true);
        return new Handover(mail.MailId, HandoverResult.Done, Dropped: true);
    }
}
