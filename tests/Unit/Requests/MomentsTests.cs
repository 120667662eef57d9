using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests;
using Conference.Requests.Lifecycle;
using Conference.Requests.Polls;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class MomentsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private static readonly string[] Waiting = ["Polling", "AwaitingReplies", "Unplaced", "Confirmed", "InSession", "AwaitingRecord"];
    private static readonly NetworkTime Network = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
    private static readonly Moments Moments = new(new RequestsOptions(), Network);

    [Fact]
    public void Next_WaitingState_HasAMomentAndPassingOneHasNone()
    {
        foreach (var state in StateNames.All)
            (Moments.Next(State(state, Now.AddDays(20), Now)) is not null).ShouldBe(Waiting.Contains(state), state);
    }

    [Fact]
    public void Next_FiredInOrder_ReachesTheTurnAndSendsEachReminderOnce() =>
        Gen.Select(Gen.Int[1, 60 * 24 * 60], Gen.Int[0, 60 * 24 * 60], Gen.Bool).Sample((startsIn, since, confirmed) =>
        {
            var state = State(confirmed ? "Confirmed" : "AwaitingReplies", Now.AddMinutes(startsIn), Now.AddMinutes(-since));
            state.RemindedUntil = Now;
            var sent = new List<TimeSpan>();
            for (var fired = 0; Moments.Next(state) is { } next && !Moments.IsOver(state, next); fired++)
            {
                fired.ShouldBeLessThan(10);
                next.ShouldBeGreaterThan(state.RemindedUntil);
                sent.Add(Moments.DueReminder(state, next)!.Value.Lead);
                state.RemindedUntil = next;
            }

            sent.ShouldBeUnique();
            sent.ShouldBe(sent.OrderDescending());
        });

    [Fact]
    public void DueReminder_AfterALongSleep_IsTheLastOneOnly()
    {
        var state = State("Confirmed", Now.AddDays(20), Now);
        state.RemindedUntil = Now;
        Moments.DueReminder(state, Now.AddDays(20).AddMinutes(-30)).ShouldBe((ReminderPurpose.Reminder, TimeSpan.FromHours(1)));
        Moments.DueReminder(state, Now.AddDays(21)).ShouldBeNull();
    }

    [Fact]
    public void ReplyBy_AnyStart_IsBetweenNowAndTheStart() =>
        Gen.Select(Gen.Int[0, 24 * 60], Gen.Int[1, 400 * 24 * 60], Gen.Int[1, 60]).Sample((minute, startsIn, days) =>
        {
            var now = Now.AddMinutes(minute);
            var start = now.AddMinutes(startsIn);
            var replyBy = Moments.ReplyBy(now, start, days);
            replyBy.ShouldBeGreaterThan(now);
            replyBy.ShouldBeLessThan(start);
            Network.DayOf(replyBy).ShouldBeLessThanOrEqualTo(Network.DayOf(now.AddDays(days)));
            if (start - now >= TimeSpan.FromDays(2))
                replyBy.ShouldBeLessThanOrEqualTo(start.AddDays(-1));
            if (start - now >= TimeSpan.FromDays(4))
                Network.ToLocal(replyBy).TimeOfDay.ShouldBe(TimeSpan.FromHours(17));
        });

    [Theory]
    [InlineData("2026-11-24T05:24:00+09:00", "2026-12-20T17:00:00+09:00", 7, "2026-12-01T17:00:00+09:00")]
    [InlineData("2026-11-24T20:24:00+09:00", "2026-12-20T17:00:00+09:00", 7, "2026-12-01T17:00:00+09:00")]
    [InlineData("2026-11-24T10:00:00+09:00", "2026-11-30T18:00:00+09:00", 7, "2026-11-29T17:00:00+09:00")]
    [InlineData("2026-11-24T10:00:00+09:00", "2026-11-30T09:00:00+09:00", 7, "2026-11-28T17:00:00+09:00")]
    [InlineData("2026-11-24T16:50:00+09:00", "2026-11-24T22:50:00+09:00", 7, "2026-11-24T19:50:00+09:00")]
    public void ReplyBy_DayOfTheDeadline_EndsWithOfficeHours(string now, string start, int days, string expected) =>
        Moments.ReplyBy(At(now), At(start), days).ShouldBe(At(expected));

    [Fact]
    public void TurnOf_UnplacedWithoutSlot_IsTheEndOfTheWindow()
    {
        var state = State("Unplaced", Now, Now);
        state.Slot = null;
        Moments.TurnOf(state).ShouldBe(new DateTimeOffset(2026, 12, 26, 0, 0, 0, TimeSpan.FromHours(9)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    internal static ConferenceState State(string name, DateTimeOffset start, DateTimeOffset since) => new()
    {
        Poll = new ConferencePoll { Revision = 1, Deadline = Now.AddDays(5), CloseWhenAllVoted = true, Candidates = [] },
        CurrentState = name,
        Revision = 1,
        Attempt = 1,
        RemindedUntil = since,
        ReplyBy = Moments.ReplyBy(since, start > since ? start : since.AddDays(1), 7),
        Slot = new BookedSlot { Start = start, End = start.AddHours(1), BridgeId = "national", Sites = [] },
        Request = Request(),
    };

    internal static ConferenceRequest Request(params ConferenceParticipant[] participants) => new()
    {
        Title = "合同キャンサーボード",
        Kind = ConferenceKind.JointCancerBoard,
        HostHospitalId = "H1301",
        DurationMinutes = 60,
        Window = new DateWindow { From = new DateOnly(2026, 12, 7), To = new DateOnly(2026, 12, 25) },
        Participants = participants.Length > 0 ? participants : [new() { HospitalId = "H1302", Required = true, Role = ParticipantRole.Presenter }],
    };
}
