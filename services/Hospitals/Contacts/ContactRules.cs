using System.Net.Mail;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Contacts;

/// <summary>What a hospital's contacts must be like.</summary>
internal static class ContactRules
{
    public const int Most = 50;
    private const int EmailLength = 254;

    public static List<Fault> Check(IReadOnlyList<ContactEntry?> entries, IReadOnlyCollection<HospitalContact> known)
    {
        var faults = new List<Fault>();
        if (entries.Count > Most)
            faults.Add(new("", "too_many", $"連絡先は {Most} 件までです。", $"A hospital has at most {Most} contacts."));
        for (var index = 0; index < Math.Min(entries.Count, Most); index++)
            Check(entries[index] ?? new ContactEntry(), $"[{index}]", known, faults);

        foreach (var (index, _) in Repeated(entries, entry => entry.ContactId?.ToString()))
            faults.Add(new($"[{index}].contactId", "duplicate", "同じ連絡先が二度あります。", "The same contact is there twice."));
        foreach (var (index, email) in Repeated(entries, entry => entry.Email is null ? null : $"{entry.Email.Trim().ToLowerInvariant()} {entry.Role}"))
            faults.Add(new($"[{index}].email", "duplicate", $"同じ役割に同じメールアドレスが二度あります：{email}", $"The same address is there twice for one role: {email}"));
        return faults;
    }

    public static IReadOnlyList<HospitalContact> ToContacts(IEnumerable<ContactEntry?> entries) => [.. entries.OfType<ContactEntry>().Select(ToContact)];

    private static HospitalContact ToContact(ContactEntry entry)
    {
        _ = Code.TryParse<ContactRole>(entry.Role, out var role);
        return new HospitalContact
        {
            ContactId = entry.ContactId ?? Guid.CreateVersion7(),
            Name = entry.Name!.Trim(),
            Email = entry.Email!.Trim(),
            Role = role,
            Language = entry.Language ?? "ja",
        };
    }

    private static void Check(ContactEntry entry, string path, IReadOnlyCollection<HospitalContact> known, List<Fault> faults)
    {
        faults.CheckText($"{path}.name", ("担当者・部署名", "the person or department"), entry.Name, 100, required: true);
        faults.CheckCode<ContactRole>($"{path}.role", ("役割", "the role"), entry.Role);
        if (!IsAddress(entry.Email?.Trim()))
            faults.Add(new($"{path}.email", "invalid_email", "メールアドレスの形が正しくありません（例：madoguchi@example.jp）。", "The mail address is not well formed; for example: desk@example.jp."));
        if (entry.Language is not (null or "ja" or "en"))
            faults.Add(new($"{path}.language", "unknown_code", "言語は ja か en にしてください。", "The language must be ja or en."));
        if (entry.ContactId is { } id && known.All(contact => contact.ContactId != id))
            faults.Add(new($"{path}.contactId", "unknown_contact", "この施設にない連絡先です。新しい連絡先は contactId を空にしてください。", "The hospital has no such contact. Leave contactId out for a new one."));
    }

    private static bool IsAddress(string? text) =>
        text is { Length: > 0 and <= EmailLength } && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static IEnumerable<(int Index, string Key)> Repeated(IReadOnlyList<ContactEntry?> entries, Func<ContactEntry, string?> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < Math.Min(entries.Count, Most); index++)
        {
            if (entries[index] is { } entry && key(entry) is { } value && !seen.Add(value))
                yield return (index, value.Split(' ')[0]);
        }
    }
}
