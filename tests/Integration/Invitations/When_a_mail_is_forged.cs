using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_mail_is_forged
{
    [Theory]
    [InlineData("dkim=pass header.d=evil.example")]
    [InlineData("dmarc=pass header.from=evil.example")]
    [InlineData("spf=pass smtp.mailfrom=x@evil.example")]
    public async Task Should_not_take_a_server_for_a_witness_of_whom_the_calendar_names(string found)
    {
        await using var host = await InvitationsHost.InvitedAsync("--Mail:TrustedServer=mx.conference.example");
        // The UID stands in every feed, and an address of ours needs no token to arrive.
        var forged = await ReplyMail.OfAsync(host, 2) with { To = "anybody@conference.example", From = "x@evil.example", Headers = $"Authentication-Results: mx.conference.example; {found}" };
        var note = await ReplyMail.TakeAsync(host, forged.Calendar());
        (note.Outcome, note.Reason).ShouldBe((ReceivedOutcome.Review, "stranger"));
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_believe_the_contact_itself_where_its_domain_has_no_policy()
    {
        await using var host = await InvitationsHost.InvitedAsync("--Mail:TrustedServer=mx.conference.example");
        var reply = await ReplyMail.OfAsync(host, 2) with { To = "anybody@conference.example", Headers = "Authentication-Results: mx.conference.example; dmarc=none; dkim=pass header.d=a.example" };
        (await ReplyMail.TakeAsync(host, reply.Calendar())).Reason.ShouldBe("answered");
    }

    [Fact]
    public async Task Should_never_silence_a_registered_contact_by_dismissing_what_bore_its_address()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var own = await ReplyMail.OfAsync(host, 2);
        await ReplyMail.TakeAsync(host, (own with { Attendee = "alias@b.example" }).Calendar());
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var waiting = (await coordinator.GetFromJsonAsync<Page<ReceivedMailView>>("/api/received-mails?outcome=review"))!.Items.ShouldHaveSingleItem();
        using var dismissed = await coordinator.PostAsJsonAsync($"/api/received-mails/{waiting.ReceivedMailId}/decide", new DecideReceivedMail { Counts = false });
        dismissed.EnsureSuccessStatusCode();

        (await host.InAsync(store => store.KnownSenders.SingleAsync())).Address.ShouldBe("alias@b.example");
        (await ReplyMail.TakeAsync(host, own.Calendar())).Reason.ShouldBe("answered");
        (await ReplyMail.TakeAsync(host, (own with { Attendee = "alias@b.example", PartStat = "DECLINED" }).Calendar())).Reason.ShouldBe("sender_dismissed");
    }
}
