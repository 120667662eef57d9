using Conference.Audit.Mails;
using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>Each mail in the drop is one of the ledger's and says the same; none that was written is missing.</summary>
internal sealed class MailsSayWhatTheLedgerSays : IInvariant
{
    private static readonly Text Lost = new(
        "メール保存先の写しから戻すか、送信箱で再送してください。保存先を整理した場合は Mail:Drop に写しを指定してください。",
        "Put it back from a copy of the drop, or send it again; if the drop was tidied up, name a copy by Mail:Drop.");

    public string Code => "mails";

    public Text Title { get; } = new("保存されたメール（.eml）の内容が台帳と一致している", "The mails themselves (.eml) say what the ledger says");

    public void Check(Picture picture, Results results)
    {
        if (picture.Mails is not { } files)
        {
            results.Explain(null, new("メール保存先のフォルダーがないため、照合していません。", "There is no mail drop, so no mail was compared."), new("Mail:Drop で場所を指定できます。", "Mail:Drop names it."));
            return;
        }

        var ledger = picture.Invitations.Mails.ToDictionary(mail => mail.MailId);
        results.Look(files.Count);
        foreach (var file in files)
        {
            if (file.MailId is not { } id || !ledger.TryGetValue(id, out var mail))
                results.Find(file.Happening?.ConferenceId, new($"台帳にないメールです：{file.Name}", $"The ledger knows no mail {file.Name}."), Advice.StopAndCall);
            else if (Differences(mail, file) is { Count: > 0 } differences)
                results.Find(mail.ConferenceId, new($"{file.Name} が台帳と違います（{string.Join("、", differences)}）。", $"{file.Name} is not what the ledger says ({string.Join(", ", differences)})."), Advice.TellAgain, file.Name);
        }

        var written = files.Select(file => file.MailId).ToHashSet();
        foreach (var mail in picture.Invitations.Mails.Where(mail => mail is { State: "Sent", Dropped: true } && !written.Contains(mail.MailId)))
            results.Find(mail.ConferenceId, new($"書き出したはずのメールがありません：{mail.Kind} 第 {mail.Revision} 版 {mail.Address}", $"A mail that was written is missing: {mail.Kind}, revision {mail.Revision}, {mail.Address}."), Lost);
    }

    private static List<string> Differences(LedgerMail mail, MailFile file)
    {
        var differences = new List<string>();
        if (!string.Equals(file.To, mail.Address, StringComparison.OrdinalIgnoreCase))
            differences.Add("To");
        if (!mail.IsAnnouncement)
            return differences;
        if (file.Happening is not { } happening)
            return [.. differences, "VEVENT"];
        if (happening.ConferenceId != mail.ConferenceId)
            differences.Add("UID");
        if (happening.Sequence != mail.Revision)
            differences.Add("SEQUENCE");
        if (happening.Start != mail.Start)
            differences.Add("DTSTART");
        if (happening.End != mail.End)
            differences.Add("DTEND");
        if (happening.Cancels != (mail.Kind == "Cancellation"))
            differences.Add("METHOD");
        return differences;
    }
}
