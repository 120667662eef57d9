using Conference.IntegrationTests.MainJob;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.AllInOne;

/// <summary>Somebody for whom 8080 is taken starts the product with <c>--urls</c> and nothing else.</summary>
public sealed class When_only_the_port_is_given
{
    [Fact]
    public async Task Should_write_that_port_into_the_links_of_mails_and_feeds()
    {
        await using var product = await ProductProcess.StartAsync();
        using var accepted = await product.Http.PostJsonAsync(
            "/api/conferences", ConferenceBodies.Window("H1301", ["H1302"], ConferenceBodies.Today.AddDays(10), ConferenceBodies.Today.AddDays(30)));
        var path = accepted.Headers.Location!.ToString();
        await MainJobSteps.StateAsync(product, path, "AwaitingReplies");
        using var conference = await product.Http.JsonAsync(path);
        var number = conference.RootElement.Text("number");
        await product.UntilAsync(() => Task.FromResult(MainJobSteps.MailsOf(product, number).Count == 2), "the invitations in the mail drop");
        using var made = await product.Http.PostJsonAsync("/api/feeds", new { scope = "prefecture:13" });
        using var feed = await made.JsonAsync();

        var address = product.Http.BaseAddress!.ToString();
        MainJobSteps.MailsOf(product, number).ShouldAllBe(mail => mail.TextBody!.Contains($"{address}rsvp/", StringComparison.Ordinal) || mail.TextBody.Contains($"{address}conferences/", StringComparison.Ordinal));
        feed.RootElement.Text("url").ShouldStartWith(address);
        (await product.Http.GetStringAsync(new Uri(feed.RootElement.Text("url")))).ShouldContain($"URL:{address}schedule");
    }
}
