using Conference.Invitations.Outbound;
using Conference.Platform.Hosting;
using MailKit.Security;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class SmtpServerTests
{
    [Fact]
    public void Read_Empty_MeansTheDrop() => SmtpServer.Read("").ShouldBeNull();

    [Theory]
    [InlineData("smtp://mail.jp", 25, SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData("smtp://u%40x:p%3Aw@mail.jp:587", 587, SecureSocketOptions.StartTls)]
    [InlineData("smtps://u:p@mail.jp", 465, SecureSocketOptions.SslOnConnect)]
    public void Read_Url_GivesPortAndSecurity(string url, int port, SecureSocketOptions security)
    {
        var server = SmtpServer.Read(url)!;
        (server.Host, server.Port, server.Security).ShouldBe(("mail.jp", port, security));
    }

    [Fact]
    public void Read_Credentials_AreUnescaped()
    {
        var credentials = SmtpServer.Read("smtp://u%40x:p%3Aw@mail.jp")!.Credentials!;
        (credentials.UserName, credentials.Password).ShouldBe(("u@x", "p:w"));
    }

    [Theory]
    [InlineData("mail.jp")]
    [InlineData("http://mail.jp")]
    [InlineData("smtp://u:geheim@mail.jp/x")]
    public void Read_AnythingElse_StopsTheStartWithoutRepeatingThePassword(string url)
    {
        var wrong = Should.Throw<InvalidSettingException>(() => SmtpServer.Read(url));
        wrong.Message.ShouldContain("Mail:Smtp");
        wrong.Message.ShouldNotContain("geheim");
    }

    [Fact]
    public void After_ManyFailures_WaitsAtMostAQuarterOfAnHour() => BackOff.After(1000).ShouldBe(TimeSpan.FromMinutes(15));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 2)]
    [InlineData(1000, 6)]
    public void OfServer_HalfASecondAtFirst_WaitsATenthOfWhatFiveSecondsDo(int failures, double seconds) =>
        BackOff.OfServer(failures, TimeSpan.FromSeconds(0.5)).ShouldBe(TimeSpan.FromSeconds(seconds));
}
