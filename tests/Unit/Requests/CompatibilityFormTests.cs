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
    [InlineData("𠮷野家", "𠮷野家")]
    public void Of_AnyText_IsItsForm(string text, string form) => CompatibilityForm.Of(text).ShouldBe(form);

    // Not among the data above, for an attribute keeps its texts as UTF-8.
    [Fact]
    public void Of_HalfAPair_HasAMarkInItsPlace() => CompatibilityForm.Of("a" + "💊"[..1]).ShouldBe("a\uFFFD");
}
