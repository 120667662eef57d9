using Conference.Contracts.Invitations;
using Conference.Platform.Authorization;

namespace Conference.Invitations.Outbound;

internal static class MailViews
{
    /// <summary>Mails to hospitals of this scope.</summary>
    public static IQueryable<Mail> Within(this IQueryable<Mail> mails, Scope scope)
    {
        var prefix = scope.HospitalIdPrefix;
        return scope switch
        {
            { IsNation: true } => mails,
            { Kind: "hospital" } => mails.Where(mail => mail.HospitalId == prefix),
            _ => mails.Where(mail => mail.HospitalId.StartsWith(prefix)),
        };
    }

    public static MailView View(this LetterWriter letters, Mail mail) => new()
    {
        MailId = mail.MailId,
        ConferenceId = mail.ConferenceId,
        Number = mail.Content.Brief.Number,
        Kind = mail.Kind,
        Revision = mail.Revision,
        HospitalId = mail.HospitalId,
        To = mail.Address,
        Subject = letters.SubjectOf(mail),
        State = mail.State,
        QueuedAt = mail.QueuedAt,
        SentAt = mail.SentAt,
        Attempts = mail.Attempts,
        Error = mail.Error,
        Dropped = mail.Dropped,
    };
}
