using System.Net;
using Conference.IntegrationTests.Portal.Access;
using Conference.Invitations;
using Conference.Invitations.Answers;
using Conference.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Answering;

/// <summary>Who opens a mail months later is told so, and whom to ask, in the language of the browser.</summary>
public sealed class When_a_link_has_expired
{
    [Theory]
    [InlineData("rsvp", "ja-JP,ja;q=0.9", "lang=\"ja\"", "このリンクの有効期限は切れています", "主催施設の事務局へお問い合わせください")]
    [InlineData("rsvp", "en-GB,en;q=0.9", "lang=\"en\"", "This link has expired", "ask the host")]
    [InlineData("poll", "ja", "lang=\"ja\"", "このリンクの有効期限は切れています", "主催施設の事務局へお問い合わせください")]
    [InlineData("poll", "en", "lang=\"en\"", "This link has expired", "ask the host")]
    public async Task Should_say_so_on_its_page(string page, string languages, params string[] told)
    {
        await using var host = await PortalHost.StartAsync(null, [], new InvitationsModule(), new PortalModule());
        var token = host.Services.GetRequiredService<AnswerLinks>().Token(Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch.AddYears(50));
        using var reader = host.NewProgram(null);
        reader.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        reader.DefaultRequestHeaders.AcceptLanguage.ParseAdd(languages);

        using var shown = await reader.GetAsync(new Uri($"/{page}/{token}", UriKind.Relative));
        using var answer = new FormUrlEncodedContent([new("answer", "accepted"), new("revision", "1")]);
        using var answered = await reader.PostAsync(new Uri($"/{page}/{token}", UriKind.Relative), answer);

        foreach (var response in new[] { shown, answered })
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Gone);
            var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
            foreach (var words in told)
                text.ShouldContain(words);
            text.ShouldNotContain("name=\"answer\"");
        }
    }
}
