using System.ComponentModel.DataAnnotations;

namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>How answers by mail come in (section <c>Mail</c>).</summary>
internal sealed class InboundOptions
{
    /// <summary>
    /// The mailbox to which all addresses of <c>Mail:Domain</c> that begin with <c>c-</c> are delivered:
    /// <c>imap://user:password@host:143</c> (STARTTLS) or <c>imaps://user:password@host:993</c>. Empty, the default: no mail is
    /// read.
    /// </summary>
    public string? Imap { get; set; }

    /// <summary>The folder that mails come to. Default <c>INBOX</c>.</summary>
    [Required(ErrorMessage = "Mail:Inbox must not be empty.")]
    public string Inbox { get; set; } = "INBOX";

    /// <summary>The folder that mails are moved to once they have taken effect; made when it is not there. Default <c>Processed</c>.</summary>
    [Required(ErrorMessage = "Mail:DoneFolder must not be empty.")]
    public string DoneFolder { get; set; } = "Processed";

    /// <summary>How often the mailbox is looked at where the server does not tell of new mails (IDLE), 1 to 3,600 seconds. Default 60.</summary>
    [Range(1, 3600, ErrorMessage = "Mail:PollSeconds must be from 1 to 3600.")]
    public int PollSeconds { get; set; } = 60;

    /// <summary>The largest mail that is read, 10 to 51,200 kB. Default 5,120.</summary>
    [Range(10, 51_200, ErrorMessage = "Mail:LargestKilobytes must be from 10 to 51200.")]
    public int LargestKilobytes { get; set; } = 5_120;

    /// <summary>
    /// The name under which one's own mail server writes what it found about senders (<c>Authentication-Results</c>, RFC 8601).
    /// Empty, the default: only the token in the address proves a mail.
    /// </summary>
    public string? TrustedServer { get; set; }
}
