using Conference.Invitations.Inbound.Mailbox;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class MailboxPulseTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void SinceRead_NeverReadAndFailing_CountsFromTheStart()
    {
        var pulse = new MailboxPulse(_time);
        pulse.SinceRead.ShouldBeNull();
        _time.Advance(TimeSpan.FromMinutes(1));
        pulse.Failed();
        _time.Advance(TimeSpan.FromMinutes(1));
        pulse.SinceRead.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void SinceRead_ReadAgain_CountsFromThen()
    {
        var pulse = new MailboxPulse(_time);
        _time.Advance(TimeSpan.FromMinutes(1));
        pulse.Read();
        _time.Advance(TimeSpan.FromSeconds(9));
        pulse.Failed();
        pulse.SinceRead.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void SinceRead_TurnPassedRound_IsHiddenAndNotForgotten()
    {
        var pulse = new MailboxPulse(_time);
        pulse.Read();
        _time.Advance(TimeSpan.FromMinutes(20));
        pulse.Waits();
        pulse.SinceRead.ShouldBeNull();
        pulse.Failed();
        pulse.SinceRead.ShouldBe(TimeSpan.FromMinutes(20));
    }
}
