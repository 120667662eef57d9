using Conference.Platform.Time;
using Conference.Requests;
using Conference.Requests.Lifecycle;
using MassTransit;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class ConferenceLifecycleTests
{
    private static readonly ConferenceLifecycle Machine = new(Options.Create(new RequestsOptions()), new NetworkTime(TimeZoneInfo.Utc), TimeProvider.System);

    public static TheoryData<string> States => new(StateNames.All);

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_takes_or_ignores_every_message_by_name(string name)
    {
        Event[] events =
        [
            Machine.Requested, Machine.SlotHeld, Machine.SlotUnavailable, Machine.SlotConfirmed, Machine.SlotHoldExpired, Machine.InvitationsSent,
            Machine.HospitalAnswered, Machine.Reschedule, Machine.Amend, Machine.Cancel, Machine.ConfirmKeptSlot, Machine.AttendanceGiven,
            Machine.ResendPending, Machine.NextMoment.Received, Machine.NextMoment.AnyReceived,
        ];

        events.Select(e => e.Name).Except(Machine.NextEvents(Machine.GetState(name)).Select(e => e.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void The_states_are_those_of_the_design() =>
        Machine.States.Select(state => state.Name).Except(["Initial", "Final"]).ShouldBe(StateNames.All, ignoreOrder: true);
}
