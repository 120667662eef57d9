using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Polls;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class PollRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Marks of H1302 (required), H1303 and H1304 for three candidates, their scores, and the one decided on.</summary>
    [Theory]
    [InlineData("ooo ooo ooo", 0, 0, 0, 0)]
    [InlineData("ooo ooo ooo", 0, 9, 0, 1)]
    [InlineData("oxo oox xoo", 0, 0, 0, 0)]
    [InlineData("oo- oox o--", 0, 0, 9, 0)]
    [InlineData("ttt ooo ott", 0, 0, 0, 1)]
    [InlineData("txx xoo txx", 0, 0, 9, 2)]
    [InlineData("xoo -oo xoo", 9, 9, 9, -1)]
    [InlineData("x-- --- ---", 9, 9, 9, -1)]
    public void Best_MarksOfThree_FollowsTheRule(string marks, int first, int second, int third, int expected)
    {
        var poll = Poll(marks.Split(' '), [first, second, third]);
        (poll.Best(Request(), Now)?.Start).ShouldBe(expected < 0 ? null : Start(expected));
    }

    [Fact]
    public void Best_TooFewCanCome_IsNone()
    {
        var poll = Poll(["oxx", "oxx", "oxx"], [0, 0, 0]);
        poll.Best(Request(minimum: 3), Now).ShouldBeNull();
        poll.Best(Request(minimum: 2), Now).ShouldNotBeNull();
    }

    [Fact]
    public void Best_ProfessionsAskedFor_BreakATieBeforeTheScore()
    {
        var poll = Poll(["oo-", "o-o", "x--"], [9, 0, 0], bringers: "H1304");
        poll.Best(Request(professions: [Profession.Pathologist]), Now)!.Start.ShouldBe(Start(1));
        poll.Best(Request(), Now)!.Start.ShouldBe(Start(0));
    }

    [Fact]
    public void Best_CandidateThatHasGoneOrPassed_IsNotDecidedOn()
    {
        var poll = Poll(["ooo", "ooo", "ooo"], [9, 5, 0]);
        (poll with { Gone = [Start(0)] }).Best(Request(), Now)!.Start.ShouldBe(Start(1));
        poll.Best(Request(), Start(1))!.Start.ShouldBe(Start(2));
        (poll with { Decided = Start(0) }).Best(Request(), Now).ShouldBeNull();
    }

    [Fact]
    public void AllVoted_CandidateThatHasGone_IsNotWaitedFor()
    {
        var poll = Poll(["---", "ooo", "ooo"], [0, 0, 0]);
        poll.AllVoted(Request()).ShouldBeFalse();
        (poll with { Gone = [Start(0)] }).AllVoted(Request()).ShouldBeTrue();
    }

    [Fact]
    public void AllVoted_HospitalWithoutAPlace_IsNotWaitedFor()
    {
        var poll = Poll(["oo-", "oo-", "oo-"], [0, 0, 0]);
        poll.AllVoted(Request()).ShouldBeFalse();
        (poll with { Candidates = [.. poll.Candidates.Select(candidate => candidate with { LeftOut = ["H1304"] })] }).AllVoted(Request()).ShouldBeTrue();
    }

    private static DateTimeOffset Start(int candidate) => Now.AddDays(20 + candidate);

    private static ConferencePoll Poll(string[] marks, int[] scores, string? bringers = null)
    {
        string[] hospitals = ["H1302", "H1303", "H1304"];
        return new ConferencePoll
        {
            Revision = 1,
            Deadline = Now.AddDays(7),
            CloseWhenAllVoted = true,
            Candidates = [.. scores.Select((score, candidate) => new SlotSuggestion
            {
                Slot = new BookedSlot { Start = Start(candidate), End = Start(candidate).AddHours(1), BridgeId = "national", Sites = [] },
                Score = score,
            })],
            Votes = [.. hospitals.Select((hospital, index) => new PollVote(hospital, [.. Marks(marks, index)], hospital == bringers ? [Profession.Pathologist] : [], AnswerChannel.Link, Now))],
        };
    }

    private static IEnumerable<CandidateMark> Marks(string[] marks, int hospital) => marks
        .Select((row, candidate) => (Mark: row[hospital], Start: Start(candidate)))
        .Where(cell => cell.Mark != '-')
        .Select(cell => new CandidateMark { Start = cell.Start, Answer = cell.Mark switch { 'o' => Answer.Accepted, 't' => Answer.Tentative, _ => Answer.Declined } });

    private static ConferenceRequest Request(int minimum = 2, IReadOnlyList<Profession>? professions = null) => new()
    {
        Title = "合同キャンサーボード",
        Kind = ConferenceKind.JointCancerBoard,
        HostHospitalId = "H1301",
        DurationMinutes = 60,
        Participants =
        [
            new() { HospitalId = "H1302", Required = true, Role = ParticipantRole.Presenter },
            new() { HospitalId = "H1303", Required = false, Role = ParticipantRole.Discussant },
            new() { HospitalId = "H1304", Required = false, Role = ParticipantRole.Discussant },
        ],
        Quorum = new Quorum { MinimumHospitals = minimum, Professions = professions ?? [] },
    };
}
