using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>A process that is not run for a while (a virtual machine that is moved, a computer that is asleep) while others go on.</summary>
public sealed class When_a_dispatcher_stands_still
{
    [Fact]
    public async Task Should_hold_its_mails_for_as_long_as_it_runs()
    {
        await using var host = await InHandAsync();
        var time = new FakeTimeProvider();
        await using var lease = new MailLease(host.Services.GetRequiredService<MailQueue>(), await host.MailsAsync(), Claim.Now(time), time);

        for (var quarter = 0; quarter < 8; quarter++)
        {
            time.Advance(MailQueue.Lease / 4);
            lease.Holds.ShouldBeTrue();
            // The renewal is a trip to the store; without it the third quarter would be the last.
            await InvitationsHost.UntilAsync(() => Task.FromResult(lease.Last == Claim.Now(time)));
        }
    }

    [Fact]
    public async Task Should_not_take_back_mails_whose_claim_ran_out_meanwhile()
    {
        await using var host = await InHandAsync();
        var time = new FakeTimeProvider();
        await using var lease = new MailLease(host.Services.GetRequiredService<MailQueue>(), await host.MailsAsync(), Claim.Now(time), time);

        time.Advance(MailQueue.Lease);

        lease.Holds.ShouldBeFalse();
        await lease.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        lease.Last.ShouldBeNull();
    }

    /// <summary>Some mails in somebody's hand, so that the host itself leaves them alone.</summary>
    private static async Task<InvitationsHost> InHandAsync()
    {
        var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        var until = TimeProvider.System.GetUtcNow() + MailQueue.Lease;
        await host.InAsync(store => store.Mails.ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Queued).SetProperty(row => row.ClaimedUntil, until)));
        return host;
    }
}
