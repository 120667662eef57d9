using Conference.Tests.Support;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

[Collection(WholeMachine.Name)]
public sealed class When_a_conference_goes_all_the_way
{
    [Fact]
    public async Task Should_be_placed_announced_answered_confirmed_and_shown_in_one_process()
    {
        await using var product = await ProductProcess.StartAsync();
        await MainJobSteps.GoAllTheWayAsync(product);
    }

    [Fact]
    public async Task Should_be_placed_announced_answered_confirmed_and_shown_by_services_that_run_apart()
    {
        await using var servers = await Servers.StartAsync();
        await using var product = await Deployment.StartAsync(servers);
        await MainJobSteps.GoAllTheWayAsync(product);
    }
}
