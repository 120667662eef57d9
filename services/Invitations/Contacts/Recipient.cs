using Conference.Contracts.Hospitals;
using MimeKit;

namespace Conference.Invitations.Contacts;

/// <summary>A contact at one address. With a corrected address it is another recipient: it has yet to be told.</summary>
internal sealed record Recipient(string HospitalId, Guid ContactId, string Address, string Name, string Language)
{
    /// <summary>The recipient that a contact is; null when nothing can be sent to its address.</summary>
    public static Recipient? Of(string hospitalId, HospitalContact contact) =>
        MailboxAddress.TryParse(contact.Email.Trim(), out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal)
            ? new Recipient(hospitalId, contact.ContactId, mailbox.Address, Plain(contact.Name), contact.Language == "en" ? "en" : "ja")
            : null;

    public bool IsAt(Guid contactId, string address) =>
        ContactId == contactId && string.Equals(Address, address, StringComparison.OrdinalIgnoreCase);

    // A control character could end a header, and a quotation mark cannot stand in a calendar parameter (RFC 5545 section 3.2).
    private static string Plain(string name) => new([.. name.Where(letter => !char.IsControl(letter) && letter != '"')]);
}
