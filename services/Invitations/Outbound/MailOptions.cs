using System.ComponentModel.DataAnnotations;

namespace Conference.Invitations.Outbound;

/// <summary>How mail leaves (section <c>Mail</c>).</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>
    /// The mail server: <c>smtp://user:password@host:587</c> (STARTTLS, required when a user is given) or
    /// <c>smtps://user:password@host:465</c>; default ports 25 and 465. Empty, the default: mails are written to the
    /// mail drop, the folder <c>mail</c> under <c>Data:Path</c>. Addresses in <c>.example</c>, <c>.test</c>,
    /// <c>.invalid</c> and <c>.localhost</c> always go to the drop.
    /// </summary>
    public string? Smtp { get; set; }

    /// <summary>Domain of the organizer's addresses and of calendar UIDs; must never change once invitations are out. Default <c>conference.example</c>.</summary>
    [Required(ErrorMessage = "Mail:Domain must be a domain such as conference.example.")]
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9.-]{0,199}", ErrorMessage = "Mail:Domain must be a domain such as conference.example.")]
    public string Domain { get; set; } = "conference.example";

    /// <summary>Name of the sender as mail programs show it, 1 to 60 characters. Default <c>カンファレンス事務局</c>.</summary>
    [Required(ErrorMessage = "Mail:FromName must not be empty.")]
    [RegularExpression("[^\"\\p{Cc}]{1,60}", ErrorMessage = "Mail:FromName must have 1 to 60 characters, without quotation marks.")]
    public string FromName { get; set; } = "カンファレンス事務局";

    /// <summary>For how many days after the end of a conference its answer links can be opened; 1 to 365, default 7.</summary>
    [Range(1, 365, ErrorMessage = "Mail:LinkDays must be from 1 to 365.")]
    public int LinkDays { get; set; } = 7;

    /// <summary>A file with the certificates, in PEM, of an authority of one's own that the mail servers' certificates are from. Default none: those that the system trusts.</summary>
    public string? Authority { get; set; }

    /// <summary>Whose addresses a calendar entry shows: <c>own</c>, the reader's alone (default), or <c>all</c>.</summary>
    public ShownAttendees ShowAttendees { get; set; } = ShownAttendees.Own;
}

/// <summary>Whose addresses a calendar entry shows.</summary>
internal enum ShownAttendees
{
    /// <summary>The reader's alone: nobody learns who else is asked.</summary>
    Own,

    /// <summary>Everybody's who is asked.</summary>
    All,
}
