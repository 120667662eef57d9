using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_hospital_proposes_a_time
{
    [Fact]
    public async Task Should_take_it_by_the_link_as_it_does_by_mail()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        using var anonymous = host.ClientOf();
        var start = host.Start.AddDays(2);
        var form = await (await ProposeAsync(host, anonymous, start)).Content.ReadFromJsonAsync<AnswerForm>();
        (form!.ProposedStart, form.ProposedEnd).ShouldBe((start, start.AddHours(1)));
        (await ProposeAsync(host, anonymous, start.AddDays(1))).EnsureSuccessStatusCode();

        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var proposals = (await coordinator.GetFromJsonAsync<Contracts.Page<TimeProposalView>>($"/api/conferences/{host.ConferenceId}/proposals"))!.Items;
        proposals.OrderBy(one => one.Start).Select(one => (one.HospitalId, one.Start, one.State)).ShouldBe(
            [("H1302", start, ProposalState.Overtaken), ("H1302", start.AddDays(1), ProposalState.Open)]);
        await host.TakeAsync(new SlotChecked { CheckId = proposals.Single(one => one.State == ProposalState.Open).ProposalId, ConferenceId = host.ConferenceId, Possible = true });
        (await host.InAsync(store => store.Proposals.CountAsync(one => one.Possible == true))).ShouldBe(1);
        (await host.InAsync(store => store.StandingAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_say_what_is_wrong_with_it()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        using var anonymous = host.ClientOf();
        await ShouldBeAsync(await ProposeAsync(host, anonymous, host.Start), HttpStatusCode.BadRequest, "same_time");
        // On the grid only by the sender's own offset.
        var crooked = host.Start.AddDays(1).AddMinutes(-1).ToOffset(new TimeSpan(9, 1, 0));
        foreach (var start in new[] { crooked, host.Start.AddYears(-1), host.Start.AddDays(1).AddMinutes(3), host.Start.AddDays(1).AddMilliseconds(1), host.Start.AddYears(5), DateTimeOffset.UnixEpoch })
            await ShouldBeAsync(await ProposeAsync(host, anonymous, start), HttpStatusCode.BadRequest, "proposal_impossible");
        await ShouldBeAsync(await ProposeAsync(host, anonymous, host.Start.AddDays(1), revision: 0), HttpStatusCode.Conflict, "time_changed");
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await ShouldBeAsync(await ProposeAsync(host, anonymous, host.Start.AddDays(1), revision: 2), HttpStatusCode.Gone, "conference_cancelled");
        (await host.InAsync(store => store.Proposals.CountAsync())).ShouldBe(0);
    }

    private static Task<HttpResponseMessage> ProposeAsync(InvitationsHost host, HttpClient client, DateTimeOffset start, int revision = 1)
    {
        var token = host.Services.GetRequiredService<AnswerLinks>().Token(host.ConferenceId, InvitationsHost.ContactId(2), host.Start.AddHours(1));
        return client.PostAsJsonAsync($"/api/answers/{token}/proposals", new ProposeTime { Revision = revision, Start = start, End = start.AddHours(1) });
    }

    private static async Task ShouldBeAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"\"code\":\"{code}\"");
        answer.Dispose();
    }
}
