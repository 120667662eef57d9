using System.Reflection;
using System.Text.Json;
using Conference.Audit;
using Conference.Audit.Queues;
using Conference.Booking;
using Conference.Council;
using Conference.Hospitals;
using Conference.Invitations;
using Conference.Platform.Hosting;
using Conference.Requests;
using Conference.Timers;
using MassTransit;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Audit;

[Collection(AuditedStores.Collection)]
public sealed class AuditCommandTests(AuditedStores stores)
{
    [Fact]
    public async Task Run_StoresThatAgree_ExitsWith0AndOneLineEach()
    {
        var (code, output, _) = await RunAsync($"--Data:Path={stores.Copy()}");

        code.ShouldBe(0, output);
        output.Split('\n').Count(line => line.StartsWith('✓')).ShouldBeGreaterThan(10);
        output.ShouldContain("すべて確認できました。");
    }

    [Fact]
    public async Task Run_AFinding_ExitsWith1AndNamesTheConference()
    {
        var data = stores.Damaged("requests", "DELETE FROM conferences WHERE correlation_id = {waiting}");

        var (code, output, _) = await RunAsync($"--Data:Path={data}", "--Settle=00:00:00");

        code.ShouldBe(1);
        output.ShouldContain("✗ 受け付けた依頼");
        output.ShouldContain(stores.Waiting.ToString());
    }

    [Fact]
    public async Task Run_AsJson_GivesEveryFindingInBothLanguages()
    {
        var data = stores.Damaged("requests", "DELETE FROM conferences WHERE correlation_id = {waiting}");

        var (_, output, _) = await RunAsync($"--Data:Path={data}", "--Settle=00:00:00", "--Json=true");

        using var report = JsonDocument.Parse(output);
        report.RootElement.GetProperty("proved").GetBoolean().ShouldBeFalse();
        var finding = report.RootElement.GetProperty("invariants")[0].GetProperty("findings")[0];
        finding.GetProperty("conferenceId").GetGuid().ShouldBe(stores.Waiting);
        finding.GetProperty("what").GetProperty("ja").GetString()!.ShouldContain("調整が始まっていません");
        finding.GetProperty("todo").GetProperty("en").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("--Data:Path=/nowhere", "Data:Path")]
    [InlineData("--Data:Paht=data", "Data:Paht")]
    [InlineData("--Settle=soon", "Settle")]
    [InlineData("--Json=perhaps", "Json")]
    [InlineData("--Language=fr", "Language")]
    [InlineData("--Bus:RabbitMq=http://rabbit", "Bus:RabbitMq")]
    [InlineData("--Database:Postgres=Host=127.0.0.1;Port=1;Username=nobody;Password=secret;Timeout=2", "Database:Postgres")]
    public async Task Run_AWrongSetting_ExitsWith2AndNamesIt(string setting, string name)
    {
        var (code, _, errors) = await RunAsync(setting);

        code.ShouldBe(2);
        errors.ShouldContain(name);
        errors.ShouldNotContain("secret");
    }

    [Fact]
    public void QueueNames_AreThoseOfTheServices()
    {
        IServiceModule[] modules = [new HospitalsModule(), new RequestsModule(), new BookingModule(), new InvitationsModule(), new CouncilModule(), new TimersModule()];

        var queues = modules.SelectMany(module => module is TimersModule ? ["timers"] : Takers(module.GetType().Assembly).Select(name => $"{module.Name}-{name}"));

        QueueNames.All.Order().ShouldBe(queues.Order());
    }

    private static IEnumerable<string> Takers(Assembly service) => service.GetTypes()
        .Where(type => type is { IsAbstract: false } && (typeof(IConsumer).IsAssignableFrom(type) || typeof(StateMachine).IsAssignableFrom(type)))
        .Select(type => new KebabCaseEndpointNameFormatter(false).SanitizeName(type.Name.Replace("Consumer", "", StringComparison.Ordinal)));

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await AuditCommand.RunAsync(args, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
