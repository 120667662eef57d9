using Conference.Contracts;

namespace Conference.Invitations.Inbound.Review;

/// <summary>Says to people what became of a mail, and why.</summary>
internal static class ReceivedWords
{
    private static readonly Dictionary<string, (string Ja, string En)> Words = new()
    {
        ["answered"] = ("回答として受け付けました。", "Taken as an answer."),
        ["proposed"] = ("別の日時の提案として受け付けました。", "Taken as a proposal of another time."),
        ["sent_again"] = ("案内をもう一度送りました。", "The invitation was sent again."),
        ["delegated"] = ("別の方が回答すると連絡がありました。", "Somebody else answers in the contact's place."),
        ["bounced"] = ("案内メールが届かずに戻りました。", "Our mail came back undelivered."),
        ["automatic"] = ("不在通知などの自動返信です。回答ではありません。", "An absence notice or another automatic mail; no answer."),
        ["older_time"] = ("変更前の日時への回答です。今の日時の回答には数えません。", "It answers a time that was changed since; it does not count."),
        ["later_answer_stands"] = ("この施設には、これより新しい回答があります。新しい方を数えます。", "The hospital has answered later than this; the later answer counts."),
        ["other_occurrence"] = ("別の日時への回答です。", "It answers another time."),
        ["same_time"] = ("提案された日時は今の日時と同じです。", "The proposed time is the present one."),
        ["sent_again_lately"] = ("案内は少し前に送ったばかりです。", "The invitation was sent moments ago."),
        ["delayed"] = ("案内メールの配達が遅れているとの連絡です。", "The delivery of our mail is delayed."),
        ["bounced_before"] = ("届かなかったことは既に分かっています。", "The bounce was known already."),
        ["bounced_further_on"] = ("連絡先のメールアドレスには届きましたが、その転送先の一つに届きませんでした。連絡先には届いたものとして扱います。", "The contact's own address took our mail, and one that it passes mails on to did not. The contact counts as told."),
        ["conference_cancelled"] = ("中止された会議への回答です。", "The conference was cancelled."),
        ["conference_over"] = ("終了した会議への回答です。", "The conference is over."),
        ["not_invited"] = ("この施設は案内の対象から外れています。", "The hospital is no longer invited."),
        ["sender_dismissed"] = ("この差出人の回答は数えないと決められています。", "It was decided that this sender does not count."),
        ["stranger"] = ("登録されていない差出人です。施設の回答とするか判断してください。", "The sender is not registered. Decide whether it answers for the hospital."),
        ["not_proven"] = ("差出人が本人か確かめられませんでした。", "It could not be proven who sent it."),
        ["not_authentic"] = ("差出人の詐称が疑われます（DKIM・SPF 不合格）。", "The sender seems to be forged (DKIM or SPF failed)."),
        ["not_understood"] = ("参加・不参加・保留のどれか読み取れませんでした。", "Whether they take part could not be read from it."),
        ["poll_reply"] = ("候補日の回答依頼へのメールでの返信です。会議の画面から、候補日ごとの回答を代理で入力してください。", "A mail in reply to a poll. Enter the hospital's votes on the conference's page."),
        ["unknown_conference"] = ("どの会議についてのメールか分かりませんでした。", "It could not be told which conference it is about."),
        ["other_conference"] = ("添付の予定は、この会議のものではありません。どの会議への回答か判断してください。", "Its calendar is of another event than this conference. Decide what it answers."),
        ["delegate_unnamed"] = ("誰が代わりに回答するのか書かれていません。", "It does not say who answers instead."),
        ["proposal_impossible"] = ("提案された日時は設定できません（過去、または5分刻みでない時刻など）。", "The proposed time cannot be set: past, or not in steps of five minutes."),
        ["bounce_not_proven"] = ("届かなかったという連絡ですが、どの案内か確かめられませんでした。", "A bounce that could not be tied to a mail of ours."),
        ["not_taken_in"] = ("処理できないメールです。メールボックスで内容をご確認のうえ、会議の画面から代理で回答してください。", "It could not be processed. Read it in the mailbox, and answer for the hospital on the conference's page."),
        ["mail_too_large"] = ("大きすぎるため読み取りませんでした。回答かどうか、メールボックスで内容をご確認ください。", "Too large; it was not read. See in the mailbox whether it is an answer."),
        ["calendar_too_large"] = ("予定データが大きすぎるため読み取りませんでした。", "Its calendar is too large; it was not read."),
        ["calendar_too_deep"] = ("予定データの形が不正なため読み取りませんでした。", "Its calendar is malformed; it was not read."),
        ["too_many_events"] = ("予定の件数が多すぎるため読み取りませんでした。", "It has too many events; it was not read."),
        ["too_many_parts"] = ("添付が多すぎるため読み取りませんでした。", "It has too many parts; it was not read."),
        ["part_too_large"] = ("添付が大きすぎるため読み取りませんでした。回答かどうか、メールボックスで内容をご確認ください。", "A part of it is too large; it was not read. See in the mailbox whether it is an answer."),
        ["broken_winmail"] = ("添付（winmail.dat）が壊れているため読み取りませんでした。", "Its winmail.dat is broken; it was not read."),
        ["not_a_mail"] = ("メールの形が壊れているため読み取りませんでした。", "It is malformed; it was not read."),
    };

    public static Remark Of(string reason) => Words.TryGetValue(reason, out var words)
        ? new Remark { Code = reason, Ja = words.Ja, En = words.En }
        : new Remark { Code = reason, Ja = reason, En = reason };
}
