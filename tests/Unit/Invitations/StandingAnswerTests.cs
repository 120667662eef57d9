using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class StandingAnswerTests
{
    private static readonly DateTimeOffset Now = Specimen.Start;

    [Fact]
    public void Merge_OlderRevision_ChangesNothing()
    {
        var standing = StandingAnswer.Of(Given(2, 0, Answer.Accepted));
        standing.Merge(Given(1, 60, Answer.Declined)).ShouldBeFalse();
        standing.Answer.ShouldBe(Answer.Accepted);
    }

    [Fact]
    public void Merge_LaterAnswerOfTheSameRevision_Counts()
    {
        var standing = StandingAnswer.Of(Given(1, 0, Answer.Accepted));
        standing.Merge(Given(1, 1, Answer.Declined)).ShouldBeTrue();
        standing.Answer.ShouldBe(Answer.Declined);
    }

    [Fact]
    public void Merge_TheSameAgain_IsNoChange() => StandingAnswer.Of(Given(1, 0, Answer.Accepted)).Merge(Given(1, 0, Answer.Accepted)).ShouldBeFalse();

    [Fact]
    public void Merge_AnyOrderOfArrival_EndsTheSame() =>
        Gen.Shuffle(new[] { Given(1, 5, Answer.Accepted), Given(1, 9, Answer.Declined), Given(2, 1, Answer.Tentative), Given(2, 3, Answer.Accepted) }).Sample(order =>
        {
            var standing = StandingAnswer.Of(order[0]);
            foreach (var given in order.Skip(1))
                standing.Merge(given);
            (standing.Revision, standing.Answer).ShouldBe((2, Answer.Accepted));
        });

    private static GivenAnswer Given(int revision, int minutes, Answer answer) => new()
    {
        AnswerId = Guid.CreateVersion7(),
        ConferenceId = Specimen.ConferenceId,
        HospitalId = "H1302",
        Revision = revision,
        Answer = answer,
        Channel = AnswerChannel.Link,
        AnsweredAt = Now.AddMinutes(minutes),
        ReceivedAt = Now,
        By = "test",
    };
}
