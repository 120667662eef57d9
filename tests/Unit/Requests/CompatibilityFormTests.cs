using Conference.Contracts;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class CompatibilityFormTests
{
    [Theory]
    [InlineData("２０２６－１", "2026-1")]
    [InlineData("ｶﾞﾝ", "ガン")]
    [InlineData("", "")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    public void Of_AnyText_IsItsForm(string text, string form) => CompatibilityForm.Of(text).ShouldBe(form);
}
