using System.Text.Json;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

[Collection(WholeMachine.Name)]
public sealed class When_sixty_four_want_the_last_ports
{
    [Fact]
    public async Task Should_place_exactly_as_many_as_fit_and_explain_the_rest()
    {
        await using var product = await ProductProcess.StartAsync();
        using var registry = await product.Http.JsonAsync("/api/hospitals?pageSize=200");
        var pairs = registry.RootElement.GetProperty("items").EnumerateArray().Select(hospital => hospital.Text("hospitalId")).Take(128).Chunk(2).ToList();
        var evening = new DateTimeOffset(ConferenceBodies.Today.AddDays(14), new TimeOnly(17, 30), TimeSpan.FromHours(9));

        var accepted = await Task.WhenAll(pairs.Select(async pair =>
        {
            using var answer = await product.Http.PostJsonAsync("/api/conferences", ConferenceBodies.Fixed(pair[0], [pair[1]], evening));
            using var body = await answer.JsonAsync();
            return answer.Headers.Location!.ToString();
        }));
        var settled = await Task.WhenAll(accepted.Select(path => SettledAsync(product, path)));

        // 60 ports, two hospitals a conference.
        settled.Count(conference => conference.Text("state") == "AwaitingReplies").ShouldBe(30);
        var unplaced = settled.Where(conference => conference.Text("state") == "Unplaced").ToList();
        unplaced.Count.ShouldBe(34);
        unplaced.ShouldAllBe(conference => conference.GetProperty("explanation").GetProperty("summary").GetProperty("ja").GetString()!.Length > 0);
        unplaced.ShouldAllBe(conference => conference.GetProperty("explanation").GetRawText().Contains("port", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<JsonElement> SettledAsync(ProductProcess product, string path)
    {
        JsonElement last = default;
        await product.UntilAsync(
            async () =>
            {
                using var conference = await product.Http.JsonAsync(path);
                last = conference.RootElement.Clone();
                return last.Text("state") is "AwaitingReplies" or "Unplaced";
            },
            $"{path} to be settled");
        return last;
    }
}
