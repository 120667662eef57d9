using Conference.Portal.Access.SignIn;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Access;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/schedule?month=2026-12", "/schedule?month=2026-12")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("schedule", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/signin?returnUrl=/signin", "/")]
    public void Local_AnyText_StaysOnThisSite(string? url, string expected) => ReturnUrl.Local(url).ShouldBe(expected);

    [Theory]
    [InlineData("１２３ ４５６", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData(null, "")]
    public void DigitsOf_AsPeopleType_ReadsTheCode(string? typed, string expected) => SignInFlow.DigitsOf(typed).ShouldBe(expected);
}
