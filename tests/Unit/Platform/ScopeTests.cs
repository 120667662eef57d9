using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("nation", "H1301", true)]
    [InlineData("prefecture:13", "H1301", true)]
    [InlineData("prefecture:13", "H1401", false)]
    [InlineData("hospital:H1301", "H1301", true)]
    [InlineData("hospital:H1301", "H13010", false)]
    public void Covers_HospitalId_FollowsKindAndValue(string text, string hospitalId, bool expected)
    {
        Scope.TryParse(text, out var scope).ShouldBeTrue();

        scope.Covers(hospitalId).ShouldBe(expected);
        scope.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hospital:")]
    [InlineData("ward:3")]
    public void TryParse_Nonsense_ReturnsFalse(string? text) => Scope.TryParse(text, out _).ShouldBeFalse();
}
