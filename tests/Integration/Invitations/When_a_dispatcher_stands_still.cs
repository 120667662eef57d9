using Conference.Invitations.Outbound;
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
        await using var host = await InvitationsHost.InvitedAsync();
        var time = new FakeTimeProvider();
        await using var lease = new MailLease(host.Services.GetRequiredService<MailQueue>(), await host.MailsAsync(), time.GetTimestamp(), time);

        for (var quarter = 0; quarter < 8; quarter++)
        {
            time.Advance(MailQueue.Lease / 4);
            lease.Holds.ShouldBeTrue();
            // The renewal is a trip to the store; without it the third quarter would be the last.
            var end = time.GetTimestamp();
            await InvitationsHost.UntilAsync(() => Task.FromResult(lease.RenewedAt == end));
        }
    }

    [Fact]
    public async Task Should_not_take_back_mails_whose_claim_ran_out_meanwhile()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var time = new FakeTimeProvider();
        await using var lease = new MailLease(host.Services.GetRequiredService<MailQueue>(), await host.MailsAsync(), time.GetTimestamp(), time);

        time.Advance(MailQueue.Lease);

        lease.Holds.ShouldBeFalse();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            time.Advance(MailQueue.Lease / 4);
            lease.Holds.ShouldBeFalse();
        }
    }
}
