using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using Conference.Platform.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Hosting;

public sealed class WrongSettingTests
{
    [Theory]
    [InlineData("Hours", "abc", "a whole number")]
    [InlineData("Wait", "soon", "a span of time")]
    [InlineData("Often", "perhaps", "true or false")]
    [InlineData("Perhaps", "1.5", "a whole number")]
    public void Find_AValueOfAnotherKind_NamesSettingValueAndKind(string name, string value, string kind)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"Section:{name}", (string?)value)]).Build();
        var thrown = Should.Throw<InvalidOperationException>(() => configuration.GetSection("Section").Get<Settings>());

        var message = WrongSetting.Find(thrown);

        message.ShouldNotBeNull().ShouldStartWith($"Wrong setting: Section:{name} is '{value}', not {kind}");
    }

    [Fact]
    public void Find_AnAddressThatIsNotOurs_NamesTheSetting() =>
        WrongSetting.Find(new SocketException((int)SocketError.AccessDenied)).ShouldNotBeNull().ShouldStartWith("Wrong setting: urls");

    [Theory]
    [InlineData("28P01", "Wrong setting: Database:Postgres")]
    [InlineData("42501", "Wrong setting: Database:Postgres")]
    [InlineData("42601", null)]
    public void Find_WhatPostgreSqlRefuses_IsASettingOnlyWhereItIsOne(string state, string? begin)
    {
        var message = WrongSetting.Find(new InvalidOperationException("An exception has been raised", new PostgresException("refused", "FATAL", "FATAL", state)));

        if (begin is null)
            message.ShouldBeNull();
        else
            message.ShouldNotBeNull().ShouldStartWith(begin);
    }

    [Fact]
    public void Find_AServerThatDoesNotAnswer_IsNone() =>
        WrongSetting.Find(new HttpRequestException("down", new SocketException((int)SocketError.ConnectionRefused))).ShouldBeNull();

    [Fact]
    public void Find_HttpsWithoutACertificate_NamesTheSetting() =>
        WrongSetting.Find(new InvalidOperationException("Unable to configure HTTPS endpoint. No server certificate was specified.")).ShouldNotBeNull().ShouldStartWith("Wrong setting: urls: https needs a certificate");

    [Theory]
    [InlineData(14, true)]
    [InlineData(1, false)]
    public void Find_WhatSqliteSays_IsTheFolderOnlyWhereItIs(int code, bool folder) =>
        (WrongSetting.Find(new SqliteException("said", code)) is not null).ShouldBe(folder);

    [Fact]
    public void Find_AFaultOfOurs_IsNone() => WrongSetting.Find(new InvalidOperationException("Sequence contains no elements", new ValidationException())).ShouldBeNull();

    [Theory]
    [InlineData("localhost:8080")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:0")]
    [InlineData("http://localhost:8080/path")]
    [InlineData("http://localhost:8080;nonsense")]
    public void Check_NoAddressToListenOn_IsRefused(string urls) =>
        Should.Throw<InvalidSettingException>(() => ListeningUrls.Check(With(urls))).Message.ShouldStartWith("urls is '");

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://*:8080;https://[::]:8443")]
    [InlineData("http://127.0.0.1:0;")]
    [InlineData("http://0.0.0.0")]
    public void Check_AddressesToListenOn_AreTaken(string urls) => Should.NotThrow(() => ListeningUrls.Check(With(urls)));

    private static IConfigurationRoot With(string urls) => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("urls", (string?)urls)]).Build();

    private sealed class Settings
    {
        public int Hours { get; set; }

        public TimeSpan Wait { get; set; }

        public bool Often { get; set; }

        public int? Perhaps { get; set; }
    }
}
