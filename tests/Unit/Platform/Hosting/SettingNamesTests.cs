using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Hosting;

public sealed class SettingNamesTests
{
    [Theory]
    [InlineData("Mail:Smpt", "Mail:Smtp")]
    [InlineData("Mail:smt", "Mail:Smtp")]
    [InlineData("Mail:FromNames", "Mail:FromName")]
    [InlineData("Mail:Rate:PerMinute", "Mail:Rates")]
    [InlineData("Mail:Rates:PreMinute", "Mail:Rates:PerMinute")]
    [InlineData("Nodes:0:FormName", "Nodes:0:FromName")]
    [InlineData("Mail:Others:1:FormName", "Mail:Others:1:FromName")]
    [InlineData("Mail:Others", "Mail:Others:0")]
    [InlineData("Mail:Days", "Mail:Days:0")]
    [InlineData("Mail:LinkKy", "Mail:LinkKey")]
    [InlineData("Database:Postgers", "Database:Postgres")]
    public void Check_ANameThatIsNearlyOne_IsRefusedAndTheRightOneNamed(string given, string meant)
    {
        var message = Should.Throw<InvalidSettingException>(() => Check(given)).Message;

        message.ShouldContain(meant);
        message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("Mail:SMTP")]
    [InlineData("Mail:FromName")]
    [InlineData("Mail:LinkKey")]
    [InlineData("Mail:Rates:PerMinute")]
    [InlineData("Mial:Smtp")]
    [InlineData("Nodes:0:Name")]
    [InlineData("Nodes:0:FromName")]
    [InlineData("Mail:Others:0:FromName")]
    [InlineData("Mail:Days:0")]
    [InlineData("Database:Postgres")]
    public void Check_ANameThatIsOneOrAnothers_IsLeftAlone(string given) => Should.NotThrow(() => Check(given));

    private static void Check(string given)
    {
        var services = new ServiceCollection();
        services.AddSetting<Mails>("Mail").AddSetting<Addresses>("Mail").AddSetting<Rates>("Mail:Rates").AddSetting<Nodes>("Nodes").AddSecretKey(new SecretKey("Mail:LinkKey", "links"));
        SettingNames.Check(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(given, (string?)"secret")]).Build(), services);
    }

    private sealed class Mails
    {
        public string? Smtp { get; set; }

        public IList<Addresses> Others { get; init; } = [];

        public IReadOnlyList<TimeSpan> Days { get; init; } = [];
    }

    private sealed class Addresses
    {
        public string? FromName { get; set; }
    }

    private sealed class Rates
    {
        public int PerMinute { get; set; }
    }

    private sealed class Nodes : List<Addresses>;
}
