using System.Text;
using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Reading;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>The cases of the reader: dialects of programs, plain words, absence notices, bounces.</summary>
public class MailReaderTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 10, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Dialects.Outlook, Answer.Accepted)]
    [InlineData(Dialects.OutlookCom, Answer.Declined)]
    [InlineData(Dialects.Apple, Answer.Accepted)]
    [InlineData(Dialects.Thunderbird, Answer.Accepted)]
    public void Read_ReplyOfAProgram_IsTheAnswer(string mail, Answer answer)
    {
        var reply = Dialects.Read(mail).Replies.ShouldHaveSingleItem();
        (reply.Method, reply.Answer, reply.Attendee, reply.Uid, reply.Sequence).ShouldBe((ReplyMethod.Reply, answer, "h1302@hospitals.example", Dialects.Uid, 1));
        reply.Stamp.ShouldBe(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
        if (reply.Start is { } start)
            start.ShouldBe(Start);
    }

    [Fact]
    public void Read_GooglesReply_TellsTheSeriesFromTheOccurrence()
    {
        var replies = Dialects.Read(Dialects.Gmail).Replies;
        replies.Select(reply => (reply.Answer, reply.Occurrence)).ShouldBe([(Answer.Tentative, null), (Answer.Declined, Start.AddDays(7))]);
    }

    [Fact]
    public void Read_GooglesOtherTime_IsAProposal()
    {
        var reply = Dialects.Read(Dialects.GmailCounter).Replies.ShouldHaveSingleItem();
        (reply.Method, reply.Start, reply.End).ShouldBe((ReplyMethod.Counter, Start.AddDays(1), Start.AddDays(1).AddMinutes(90)));
    }

    [Theory]
    [InlineData("参加", Answer.Accepted)]
    [InlineData("参加します。", Answer.Accepted)]
    [InlineData("お世話になっております。武蔵野病院の連携室です。\n\n出席いたします。\nよろしくお願いいたします。", Answer.Accepted)]
    [InlineData("【出欠】参加", Answer.Accepted)]
    [InlineData("出欠：不参加", Answer.Declined)]
    [InlineData("不参加", Answer.Declined)]
    [InlineData("欠席します", Answer.Declined)]
    [InlineData("欠席とさせていただきます。", Answer.Declined)]
    [InlineData("参加できません。", Answer.Declined)]
    [InlineData("保留でお願いします", Answer.Tentative)]
    [InlineData("Accepted", Answer.Accepted)]
    [InlineData("We will attend.", Answer.Accepted)]
    [InlineData("I cannot attend.", Answer.Declined)]
    [InlineData("I will not attend", Answer.Declined)]
    [InlineData("Tentative", Answer.Tentative)]
    [InlineData("欠席\n\n2026年11月24日(火) 9:15 カンファレンス事務局 <c-1@conference.example>:\n> 参加\n参加", Answer.Declined)]
    [InlineData("不参加\r\n________________________________\r\n差出人: x\r\n参加", Answer.Declined)]
    [InlineData("参加\n欠席", null)]
    [InlineData("参加できるか確認します", null)]
    [InlineData("参加しないわけではありません", null)]
    [InlineData("> 参加", null)]
    [InlineData("", null)]
    [InlineData("来週お返事します", null)]
    [InlineData("参加 ×", null)]
    [InlineData("出席：×", null)]
    [InlineData("欠席 ×", null)]
    [InlineData("参加 ✕", null)]
    [InlineData("参加✗", null)]
    [InlineData("参加 △", null)]
    [InlineData("参加？", null)]
    [InlineData("参加?", null)]
    [InlineData("☐ 参加", null)]
    [InlineData("□参加 ■欠席", null)]
    [InlineData("参加 ○", Answer.Accepted)]
    [InlineData("出席 → ◎", Answer.Accepted)]
    [InlineData("☑ 参加\n☐ 欠席", Answer.Accepted)]
    [InlineData("□ 参加\n■ 欠席", Answer.Declined)]
    public void Read_PlainWords_AreTheAnswerOnlyWhenClear(string text, Answer? answer) => Dialects.Plain(text).PlainAnswer.ShouldBe(answer);

    [Fact]
    public void Read_Iso2022Jp_IsUnderstood() =>
        Dialects.Plain("不参加です。", encoding: CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp"), charset: "iso-2022-jp").PlainAnswer.ShouldBe(Answer.Declined);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\n", true)]
    [InlineData("Auto-Submitted: no\r\n", false)]
    [InlineData("Precedence: bulk\r\n", true)]
    [InlineData("X-Autoreply: yes\r\n", true)]
    [InlineData("", false)]
    public void Read_AbsenceNotice_IsAutomatic(string headers, bool automatic) => Dialects.Plain("参加", headers).Automatic.ShouldBe(automatic);

    [Theory]
    [InlineData("不在通知: 休暇中です", true)]
    [InlineData("Automatic reply: Joint cancer board", true)]
    [InlineData("Out of Office", true)]
    [InlineData("Re: 開催案内", false)]
    public void Read_SubjectOfAnAbsenceNotice_IsAutomatic(string subject, bool automatic) =>
        Dialects.Read($"From: a@b.jp\nTo: c@d.jp\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\n\nx").Automatic.ShouldBe(automatic);

    [Theory]
    [InlineData("From: MAILER-DAEMON@mx.jp\nSubject: failure notice\n\nHi. This is the qmail-send program.\n<desk@h.jp>:\nSorry, no mailbox here by that name. (#5.1.1)", "desk@h.jp", true)]
    [InlineData("From: postmaster@mx.jp\nSubject: Warning: message delayed 24 hours\n\n<desk@h.jp> 4.4.1", "desk@h.jp", false)]
    [InlineData("From: a@b.jp\nX-Failed-Recipients: desk@h.jp\nSubject: Mail delivery failed: returning message to sender\n\n550 unknown user", "desk@h.jp", true)]
    [InlineData("From: mailer-daemon@mx.jp\nSubject: Undelivered Mail Returned to Sender\n\n<desk@h.jp>: 4.4.7 expired", "desk@h.jp", true)]
    [InlineData("From: mailer-daemon@mx.jp\nSubject: Notice\n\ncould not be delivered yet, <desk@h.jp>: 4.4.1", "desk@h.jp", false)]
    [InlineData("From: postmaster@ezweb.ne.jp\nSubject: Mail System Error - Returned Mail\n\n配信できませんでした <desk@h.jp>", "desk@h.jp", true)]
    public void Read_BounceInOwnWords_IsABounce(string mail, string recipient, bool permanent)
    {
        var bounce = Dialects.Read(mail).Bounce.ShouldNotBeNull();
        (bounce.Recipient, bounce.Permanent).ShouldBe((recipient, permanent));
    }

    [Theory]
    [InlineData("failed", "5.1.1", true)]
    [InlineData("failed", "4.4.7", true)]
    [InlineData("delayed", "4.4.1", false)]
    public void Read_DeliveryReport_IsFinalWhenItHasFailed(string action, string status, bool permanent)
    {
        var report = $"--x\nContent-Type: text/plain\n\nSorry.\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.jp\n\nFinal-Recipient: rfc822; desk@h.jp\nAction: {action}\nStatus: {status}\n\n--x--\n";
        var bounce = Dialects.Read($"From: mailer-daemon@mx.jp\nTo: c@d.jp\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n{report}").Bounce.ShouldNotBeNull();
        (bounce.Permanent, bounce.Recipient).ShouldBe((permanent, "desk@h.jp"));
    }

    [Theory]
    [InlineData("\n \n", "<p>不参加</p>", Answer.Declined)]
    [InlineData("参加\n", "<p>不参加</p>", Answer.Accepted)]
    public void Read_TextBesideHtml_IsTheOneThatSaysSomething(string text, string html, Answer answer) =>
        Dialects.Read($"From: a@b.jp\nTo: c@d.jp\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--x\nContent-Type: text/html; charset=utf-8\n\n{html}\n--x--\n").PlainAnswer.ShouldBe(answer);

    [Fact]
    public void Read_LongText_IsReadFromItsBeginning()
    {
        var pages = string.Concat(Enumerable.Repeat("診療情報提供書\n", 30_000));
        Dialects.Plain($"参加します。\n{pages}").PlainAnswer.ShouldBe(Answer.Accepted);

        var mail = Dialects.Read(Dialects.Outlook.Replace("charset=\"us-ascii\"\n", $"charset=\"utf-8\"\n\n{pages}", StringComparison.Ordinal));
        mail.Replies.ShouldHaveSingleItem().Answer.ShouldBe(Answer.Accepted);
        mail.Excerpt.ShouldStartWith("診療情報提供書");
    }

    [Fact]
    public void Read_WinmailWithOutlooksOwnForm_IsTheAnswer()
    {
        var reply = TnefReply.Read(new MimeKit.Tnef.TnefPart { Content = new MimeKit.MimeContent(new MemoryStream(Winmail("IPM.Microsoft Schedule.MtgRespN"))) });
        (reply!.Answer, reply.Uid).ShouldBe((Answer.Declined, Dialects.Uid));
    }

    // The signature, the key, one attribute with the message class, and the mark that Outlook puts before a foreign UID.
    private static byte[] Winmail(string messageClass)
    {
        byte[] value = [.. Encoding.ASCII.GetBytes(messageClass), 0];
        var sum = (ushort)value.Sum(octet => octet);
        return
        [
            0x78, 0x9F, 0x3E, 0x22, 0x01, 0x00,
            0x01, 0x08, 0x80, 0x07, 0x00, .. BitConverter.GetBytes(value.Length), .. value, .. BitConverter.GetBytes(sum),
            .. "vCal-Uid\x01\0\0\0"u8, .. Encoding.ASCII.GetBytes(Dialects.Uid), 0,
        ];
    }
}
