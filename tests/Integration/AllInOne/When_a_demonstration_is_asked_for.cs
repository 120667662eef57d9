using Conference.Requests.Lifecycle;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.AllInOne;

public sealed class When_a_demonstration_is_asked_for
{
    // Those that a conference only passes through; all others it can be found in.
    private static readonly string[] Passing =
    [
        nameof(ConferenceLifecycle.Placing), nameof(ConferenceLifecycle.Reserved), nameof(ConferenceLifecycle.Inviting),
        nameof(ConferenceLifecycle.Replacing), nameof(ConferenceLifecycle.Confirming),
    ];

    [Fact]
    public async Task Should_fill_a_month_print_sign_ins_and_leave_used_data_alone()
    {
        var folder = ProductProcess.FreshDataPath();
        await using (var product = await ProductProcess.StartAsync(folder, "--Demo=true"))
        {
            await product.UntilAsync(
                () => Task.FromResult(product.Output.Contains("The demonstration is ready: 63 conferences and a series of", StringComparison.Ordinal)),
                "the demonstration to be ready", TimeSpan.FromMinutes(4));
            foreach (var person in new[] { "coordinator", "hospital", "council" })
                product.Output.ShouldContain($"{person}@demo.example");

            using var conferences = await product.Http.JsonAsync("/api/conferences?pageSize=1000");
            var states = conferences.RootElement.GetProperty("items").EnumerateArray().Select(entry => entry.Text("state")).ToList();
            StateNames.All.Except(Passing).ShouldBeSubsetOf(states);
            using var series = await product.Http.JsonAsync("/api/series");
            series.RootElement.GetProperty("total").GetInt32().ShouldBe(1);
            using var attention = await product.Http.JsonAsync("/api/conferences?state=Unplaced&pageSize=1000");
            var unplaced = attention.RootElement.GetProperty("items").EnumerateArray().Select(entry => entry.Text("conferenceId")).ToList();
            var waiting = 0;
            foreach (var id in unplaced)
            {
                using var view = await product.Http.JsonAsync($"/api/conferences/{id}");
                waiting += view.RootElement.GetProperty("waiting").GetBoolean() ? 1 : 0;
            }

            waiting.ShouldBe(1);
        }

        var (code, output) = await ProductProcess.RunToEndAsync(folder, "--Demo=true");
        code.ShouldBe(2, output);
        output.ShouldContain("already holds conferences");
    }

    [Fact]
    public async Task Should_leave_a_store_alone_that_somebody_has_put_something_into()
    {
        var folder = ProductProcess.FreshDataPath();
        await using (var product = await ProductProcess.StartAsync(folder))
        {
            using var entered = await product.Http.PutJsonAsync("/api/hospitals/H1302/contacts", new[] { new { name = "窓口", email = "desk@hospital.example", role = "site_contact" } });
            entered.EnsureSuccessStatusCode();
        }

        var (code, output) = await ProductProcess.RunToEndAsync(folder, "--Demo=true");
        code.ShouldBe(2, output);
        output.ShouldContain("already holds contacts that were entered");
    }

    [Theory]
    [InlineData("--Mail:Smtp=smtp://mail.hospital.example:25", "Mail:Smtp is 'set'")]
    [InlineData("--Mail:Imap=imaps://conference:secret@mail.hospital.example", "Mail:Imap is 'set'")]
    public async Task Should_refuse_to_write_to_anybody(string setting, string message)
    {
        var (code, output) = await ProductProcess.RunToEndAsync(ProductProcess.FreshDataPath(), "--Demo=true", setting);
        code.ShouldBe(2, output);
        output.ShouldContain(message);
    }

    [Fact]
    public async Task Should_refuse_an_answer_that_is_neither_yes_nor_no()
    {
        var (code, output) = await ProductProcess.RunToEndAsync(ProductProcess.FreshDataPath(), "--Demo=perhaps");
        code.ShouldBe(2);
        output.ShouldContain("Demo is 'perhaps'");
    }
}
