using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform;

public sealed class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=db", 20)]
    [InlineData("Host=db;Maximum Pool Size=7", 7)]
    [InlineData("Host=db;MaxPoolSize=100", 100)]
    [InlineData("Host=db;Minimum Pool Size=30", 30)]
    public void Read_PoolSize_IsBoundedUnlessTheSettingSaysOtherwise(string setting, int expected) =>
        PostgresConnection.Read(With(setting))!.MaxPoolSize.ShouldBe(expected);

    [Theory]
    [InlineData("Host=db", "idle_in_transaction_session_timeout=60s")]
    [InlineData("Host=db;Options=-c statement_timeout=5s", "-c statement_timeout=5s")]
    public void Read_Options_EndATransactionThatStandsStillUnlessTheSettingHasSome(string setting, string expected) =>
        PostgresConnection.Read(With(setting))!.Options.ShouldNotBeNull().ShouldContain(expected);

    [Fact]
    public void Read_NoHost_IsRefused() => Should.Throw<InvalidSettingException>(() => PostgresConnection.Read(With("Database=conference")));

    [Fact]
    public void Read_NoConnectionString_IsRefusedWithoutRepeatingIt() =>
        Should.Throw<InvalidSettingException>(() => PostgresConnection.Read(With("secret"))).Message.ShouldNotContain("secret");

    [Fact]
    public void Read_NoSetting_IsNoConnection() => PostgresConnection.Read(new ConfigurationBuilder().Build()).ShouldBeNull();

    private static IConfigurationRoot With(string setting) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Database:Postgres", (string?)setting)]).Build();
}
