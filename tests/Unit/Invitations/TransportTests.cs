using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using Conference.Invitations.Outbound;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using MimeKit.Cryptography;
using NSubstitute;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class TransportTests
{
    [Fact]
    public void Sign_WithAKey_IsASignatureThatVerifies()
    {
        using var key = RSA.Create(2048);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, key.ExportRSAPrivateKeyPem());
        try
        {
            using var message = Specimen.Composer().Compose(Specimen.Mail("invitation"));
            new DkimSignature(Options.Create(new TransportOptions { DkimKey = file, DkimSelector = "s1" }), Options.Create(new MailOptions())).Sign(message);
            using var arrived = MimeMessage.Load(new MemoryStream(message.ToBytes()));
            var signature = arrived.Headers[HeaderId.DkimSignature].ShouldNotBeNull();
            signature.ShouldContain("d=conference.example");
            signature.ShouldContain("s=s1");
            var header = arrived.Headers.First(one => one.Id == HeaderId.DkimSignature);
            new DkimVerifier(new KeyOf(key)).Verify(arrived, header).ShouldBeTrue();
            arrived.Subject = "another";
            new DkimVerifier(new KeyOf(key)).Verify(arrived, header).ShouldBeFalse();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Take_MoreThanADomainMay_WaitsAndLeavesOthersAlone()
    {
        var time = new FakeTimeProvider();
        var rates = new DomainRates(Options.Create(new TransportOptions { PerDomainPerMinute = 60, Rates = { new DomainRate { Domain = "slow.jp", PerMinute = 1 } } }), time);
        rates.Take("a@fast.jp").ShouldBeNull();
        rates.Take("b@fast.jp").ShouldBe(time.GetUtcNow().AddSeconds(1));
        rates.Take("a@mail.slow.jp").ShouldBeNull();
        rates.Take("b@MAIL.slow.jp").ShouldBe(time.GetUtcNow().AddMinutes(1));
        time.Advance(TimeSpan.FromSeconds(1));
        rates.Take("b@fast.jp").ShouldBeNull();
        rates.Take("b@mail.slow.jp").ShouldNotBeNull();
    }

    [Fact]
    public void Take_ClockSetBack_StopsNobody()
    {
        var time = new SettableClock();
        var rates = new DomainRates(Options.Create(new TransportOptions { PerDomainPerMinute = 60 }), time);
        rates.Take("a@fast.jp").ShouldBeNull();
        time.Now = time.Now.AddHours(-1);
        rates.Take("b@fast.jp").ShouldBe(time.Now.AddSeconds(1));
        time.Elapsed = TimeSpan.FromSeconds(1);
        rates.Take("b@fast.jp").ShouldBeNull();
    }

    [Theory]
    [InlineData("slow.jp", 0, "Mail:Rates:0:PerMinute")]
    [InlineData("", 10, "Mail:Rates:0:Domain")]
    [InlineData("a@b.jp", 10, "Mail:Rates:0:Domain")]
    [InlineData("slow.jp", 10, null)]
    public void Validate_Rates_NamesTheWrongOne(string domain, int perMinute, string? setting)
    {
        var options = new TransportOptions { Rates = { new DomainRate { Domain = domain, PerMinute = perMinute } } };
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        faults.Select(fault => fault.ErrorMessage![..fault.ErrorMessage!.IndexOf(' ', StringComparison.Ordinal)]).ShouldBe(setting is null ? [] : [setting]);
    }

    [Fact]
    public async Task SignInAsync_TokenRefused_IsNotUsedAgain()
    {
        var server = new TokenServer();
        var clients = Substitute.For<IHttpClientFactory>();
        clients.CreateClient(Arg.Any<string>()).Returns(_ => new HttpClient(server, disposeHandler: false));
        var signIn = new MailSignIn(clients, Options.Create(new TransportOptions { OAuthTokenUrl = "https://login.example/token" }), new FakeTimeProvider());
        var client = Substitute.For<SmtpClient>();
        client.AuthenticateAsync(Arg.Any<SaslMechanism>(), Arg.Any<CancellationToken>()).Returns(Task.FromException(new AuthenticationException()));
        await Should.ThrowAsync<AuthenticationException>(() => signIn.SignInAsync(client, new NetworkCredential("user", ""), default));
        (await signIn.TokenAsync(default)).ShouldBe("token-2");
    }

    [Fact]
    public async Task TokenAsync_AskedTwice_IsFetchedOnceUntilItRunsOut()
    {
        var (time, server) = (new FakeTimeProvider(), new TokenServer());
        var clients = Substitute.For<IHttpClientFactory>();
        clients.CreateClient(Arg.Any<string>()).Returns(_ => new HttpClient(server, disposeHandler: false));
        var signIn = new MailSignIn(clients, Options.Create(new TransportOptions { OAuthTokenUrl = "https://login.example/token", OAuthClientId = "id", OAuthClientSecret = "secret" }), time);
        (await signIn.TokenAsync(default)).ShouldBe("token-1");
        (await signIn.TokenAsync(default)).ShouldBe("token-1");
        time.Advance(TimeSpan.FromMinutes(59));
        (await signIn.TokenAsync(default)).ShouldBe("token-2");
        server.Asked.ShouldContain("grant_type=client_credentials&client_id=id&client_secret=secret");
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Elapsed.Ticks;
    }

    private sealed class TokenServer : HttpMessageHandler
    {
        private int _given;

        public string Asked { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($"{{\"access_token\":\"token-{++_given}\",\"expires_in\":3600}}", System.Text.Encoding.UTF8, "application/json") };
        }
    }

    private sealed class KeyOf(RSA key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
        {
            using var reader = new StringReader(key.ExportSubjectPublicKeyInfoPem());
            using var pem = new PemReader(reader);
            return (AsymmetricKeyParameter)pem.ReadObject();
        }

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
