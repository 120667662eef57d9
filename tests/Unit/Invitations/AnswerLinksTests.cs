using Conference.Invitations.Answers;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class AnswerLinksTests
{
    private static readonly DateTimeOffset End = Specimen.Start.AddHours(1);

    [Fact]
    public void Read_OwnToken_GivesConferenceContactAndExpiry() =>
        Specimen.Links().Read(Specimen.Links().Token(Specimen.ConferenceId, Specimen.ContactId, End))
            .ShouldBe(new AnswerToken(Specimen.ConferenceId, Specimen.ContactId, End.AddDays(7)));

    [Fact]
    public void Read_AnyBitChanged_IsRefused() => Gen.Select(Gen.Int[0, 69], Gen.Int[0, 10].Select(at => "ABCabc019-_"[at])).Sample((at, letter) =>
    {
        var token = Specimen.Links().Token(Specimen.ConferenceId, Specimen.ContactId, End);
        var tampered = $"{token[..at]}{letter}{token[(at + 1)..]}";
        if (Specimen.Links().Read(tampered) is not null)
            Convert.FromBase64String(Padded(tampered)).ShouldBe(Convert.FromBase64String(Padded(token)));
    });

    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("日本語")]
    public void Read_Nonsense_IsRefused(string text) => Specimen.Links().Read(text).ShouldBeNull();

    [Fact]
    public void Read_TokenOfAnotherKey_IsRefused() =>
        Specimen.Links(fill: 8).Read(Specimen.Links(fill: 7).Token(Specimen.ConferenceId, Specimen.ContactId, End)).ShouldBeNull();

    private static string Padded(string token) => token.Replace('-', '+').Replace('_', '/').PadRight(72, '=');
}
