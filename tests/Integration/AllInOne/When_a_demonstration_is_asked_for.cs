using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.AllInOne;

public sealed class When_a_demonstration_is_asked_for
{
    private static readonly string[] States = ["AwaitingReplies", "AwaitingRecord", "Cancelled", "Completed", "Confirmed", "InSession"];

    [Fact]
    public async Task Should_fill_a_month_print_sign_ins_and_leave_used_data_alone()
    {
        var folder = ProductProcess.FreshDataPath();
        await using (var product = await ProductProcess.StartAsync(folder, "--Demo=true"))
        {
            await product.UntilAsync(
                () => Task.FromResult(product.Output.Contains("The demonstration is ready: 60 conferences.", StringComparison.Ordinal)),
                "the demonstration to be ready", TimeSpan.FromMinutes(4));
            foreach (var person in new[] { "coordinator", "hospital", "council" })
                product.Output.ShouldContain($"{person}@demo.example");

            var today = ConferenceBodies.Today;
            using var schedule = await product.Http.JsonAsync($"/api/schedule?from={today.AddDays(-40):yyyy-MM-dd}&to={today.AddDays(60):yyyy-MM-dd}&pageSize=1000");
            var states = schedule.RootElement.GetProperty("items").EnumerateArray().Select(entry => entry.Text("state")).ToList();
            States.ShouldBeSubsetOf(states);
        }

        var (code, output) = await ProductProcess.RunToEndAsync(folder, "--Demo=true");
        code.ShouldBe(2, output);
        output.ShouldContain("already holds conferences");
    }

    [Fact]
    public async Task Should_refuse_an_answer_that_is_neither_yes_nor_no()
    {
        var (code, output) = await ProductProcess.RunToEndAsync(ProductProcess.FreshDataPath(), "--Demo=perhaps");
        code.ShouldBe(2);
        output.ShouldContain("Demo is 'perhaps'");
    }
}
