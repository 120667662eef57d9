using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>No mail waits for long; what the server refused for good is listed with its words.</summary>
internal sealed class MailsLeave : IInvariant
{
    public string Code => "backlog";

    public Text Title { get; } = new("送信待ちのまま残っているメールがない", "No mail is kept waiting");

    public void Check(Picture picture, Results results)
    {
        results.Look(picture.Invitations.Mails.Count);
        foreach (var mail in picture.Invitations.Mails.Where(mail => mail.State == "Queued" && picture.IsLate(mail.QueuedAt)))
        {
            results.Find(
                mail.ConferenceId,
                new($"{mail.QueuedAt.At()} から送信待ちです：{mail.Kind} 第 {mail.Revision} 版 {mail.Address}（{mail.Error ?? "未試行"}）", $"Waiting since {mail.QueuedAt.At()}: {mail.Kind}, revision {mail.Revision}, {mail.Address} ({mail.Error ?? "not tried"})."),
                new("メールサーバー（Mail:Smtp）または保存先の空き容量を確かめてください。復旧すれば自動で送られます。", "See whether the mail server (Mail:Smtp) answers and the drop has room; it is sent by itself when they do."),
                mail.MailId.ToString());
        }

        // A refusal that a newer mail has made good is history.
        var reached = picture.Invitations.Mails.Where(mail => mail.State == "Sent" && mail.IsAnnouncement)
            .GroupBy(mail => (mail.ConferenceId, mail.HospitalId)).ToDictionary(group => group.Key, group => group.Max(mail => mail.Revision));
        foreach (var mail in picture.Invitations.Mails.Where(mail => mail.State == "Refused" && reached.GetValueOrDefault((mail.ConferenceId, mail.HospitalId), -1) < mail.Revision))
        {
            results.Explain(
                mail.ConferenceId,
                new($"メールサーバーに断られました：{mail.Kind} 第 {mail.Revision} 版 {mail.Address}（{mail.Error}）", $"Refused by the mail server: {mail.Kind}, revision {mail.Revision}, {mail.Address} ({mail.Error})."),
                new("宛先を直して送信箱から再送するか、電話などで知らせてください。", "Correct the address and retry it in the send box, or tell the hospital by telephone."));
        }
    }
}
