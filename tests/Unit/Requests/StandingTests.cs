using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class StandingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2, "accepted", "", true, true)]
    [InlineData(2, "tentative", "accepted", false, true)]
    [InlineData(2, "", "accepted", false, true)]
    [InlineData(2, "declined", "accepted", false, false)]
    [InlineData(3, "accepted", "", false, false)]
    [InlineData(3, "accepted", "accepted", true, true)]
    [InlineData(1, "", "", false, true)]
    public void QuorumMet_AnswersOfRequiredAndOptional_FollowsTheRule(int minimum, string required, string optional, bool met, bool atDeadline)
    {
        var state = State(minimum);
        Give(state, "H1302", required, 1);
        Give(state, "H1303", optional, 1);
        (state.QuorumMet(), state.QuorumMetAtDeadline()).ShouldBe((met, atDeadline));
    }

    [Fact]
    public void QuorumMet_AnswerToAnotherRevision_DoesNotCount()
    {
        var state = State(2);
        Give(state, "H1302", "accepted", 1);
        state.Revision = 2;
        state.QuorumMet().ShouldBeFalse();
        state.Revision = 1;
        state.KeepTime(2);
        state.Revision = 2;
        state.QuorumMet().ShouldBeTrue();
    }

    [Fact]
    public void IsNews_OlderRepeatedForeignOrFutureAnswer_IsNone()
    {
        var state = State(2);
        Give(state, "H1302", "accepted", 1);
        state.IsNews(Answered("H1302", 1, Now)).ShouldBeFalse();
        state.IsNews(Answered("H1302", 1, Now.AddSeconds(-1))).ShouldBeFalse();
        state.IsNews(Answered("H9999", 1, Now)).ShouldBeFalse();
        state.IsNews(Answered("H1303", 2, Now)).ShouldBeFalse();
        state.IsNews(Answered("H1302", 1, Now.AddSeconds(1))).ShouldBeTrue();
    }

    [Fact]
    public void IsNews_AnswerToTheSameTimeUnderItsOldRevision_IsNewsAndCounts()
    {
        var state = State(2);
        Give(state, "H1302", "accepted", 1);
        state.KeepTime(2);
        state.Revision = 2;

        // On its way while the revision changed: the one had accepted before, the other had not answered.
        var declined = Answered("H1302", 1, Now.AddSeconds(1)) with { Answer = Answer.Declined };
        state.IsNews(declined).ShouldBeTrue();
        state.Keep(declined);
        state.Keep(Answered("H1303", 1, Now));

        state.AnswerOf("H1302").ShouldBe(Answer.Declined);
        state.AnswerOf("H1303").ShouldBe(Answer.Accepted);
        state.IsNews(Answered("H1302", 2, Now.AddSeconds(-1))).ShouldBeTrue("the clock of another replica may be behind");
    }

    [Fact]
    public void IsToTimeInForce_AnswerToATimeThatWasLeft_IsNot()
    {
        var state = State(2);
        state.KeepTime(2);
        state.Revision = 2;
        // Another time, and then one that was kept.
        state.Revision = 3;
        state.KeepTime(4);
        state.Revision = 4;

        state.IsToTimeInForce(Answered("H1302", 2, Now)).ShouldBeFalse();
        state.IsToTimeInForce(Answered("H1302", 3, Now)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Confirmed", null, true)]
    [InlineData("Confirming", null, true)]
    [InlineData("Replacing", "Confirmed", true)]
    [InlineData("Replacing", "Confirming", true)]
    [InlineData("Replacing", "AwaitingReplies", false)]
    [InlineData("Replacing", "Unplaced", false)]
    [InlineData("AwaitingReplies", null, false)]
    public void Weigh_OptionalDeclineBelowTheQuorum_IsADoubtWhereTheTimeIsFinal(string name, string? returnTo, bool doubtful)
    {
        var state = State(3);
        state.CurrentState = name;
        state.Move = returnTo is null ? null : new Move { Request = state.Request, TitleId = Guid.Empty, ReturnTo = returnTo };
        Give(state, "H1302", "accepted", 1);
        var declined = Answered("H1303", 1, Now, Answer.Declined);
        state.Keep(declined);

        state.Weigh(declined);

        state.Doubtful().Any(doubt => doubt.Code == "below_quorum").ShouldBe(doubtful);
    }

    private static ConferenceState State(int minimum)
    {
        var state = MomentsTests.State("AwaitingReplies", Now.AddDays(20), Now);
        state.Request = MomentsTests.Request(
            new ConferenceParticipant { HospitalId = "H1302", Required = true, Role = ParticipantRole.Presenter },
            new ConferenceParticipant { HospitalId = "H1303", Required = false, Role = ParticipantRole.Observer }) with { Quorum = new Quorum { MinimumHospitals = minimum } };
        return state;
    }

    private static void Give(ConferenceState state, string hospital, string code, int revision)
    {
        if (Contracts.Code.TryParse<Answer>(code, out var answer))
            state.Keep(Answered(hospital, revision, Now, answer));
    }

    private static HospitalAnswered Answered(string hospital, int revision, DateTimeOffset at, Answer answer = Answer.Accepted) =>
        new() { ConferenceId = Guid.Empty, Revision = revision, HospitalId = hospital, Answer = answer, Channel = AnswerChannel.Link, AnsweredAt = at };
}
