using Conference.Invitations.Inbound.Reading;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class KeptTextTests
{
    [Theory]
    [InlineData("参加", 10, "参加")]
    [InlineData("参加します", 2, "参加")]
    [InlineData("a😀b", 2, "a")]
    [InlineData("a😀b", 3, "a😀")]
    [InlineData("a\0b\tc", 10, "abc")]
    [InlineData("a\nb", 10, "ab")]
    public void Of_AnyText_IsWholeCharactersThatAStoreCanKeep(string text, int most, string kept) => KeptText.Of(text, most).ShouldBe(kept);

    [Fact]
    public void Of_HalfACharacter_IsTheMarkOfALostOne() => KeptText.Of("a\ud83d", 10).ShouldBe("a\ufffd");

    [Fact]
    public void Of_TextOfLines_KeepsTheirEnds() => KeptText.Of("a\r\nb\0", 10, lines: true).ShouldBe("a\nb");

    [Fact]
    public void Read_MailWhosePiecesEndInHalfACharacter_IsCutBeforeIt()
    {
        var mail = Dialects.Plain(new string('参', 499) + "😀\n");
        mail.Excerpt.ShouldBe(new string('参', 499));
        var named = Dialects.Read($"From: \"a\0b\"@h.jp\nTo: c@d.jp\nSubject: =?utf-8?B?{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(new string('a', 199) + "😀"))}?=\n\nx");
        named.Subject.ShouldBe(new string('a', 199));
        named.Sender.ShouldNotContain('\0');
    }
}
