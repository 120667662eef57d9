using Conference.Hospitals.Register;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Hospitals.Register;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("がんけん", "ガンケン")]
    [InlineData("ｶﾞﾝｹﾝ", "ガンケン")]
    [InlineData("Ｋｏｍａｇｏｍｅ　Hospital", "komagomehospital")]
    [InlineData(" 駒込　病院 ", "駒込病院")]
    public void Fold_SameWordWrittenOtherwise_IsTheSame(string text, string expected) => SearchText.Fold(text).ShouldBe(expected);
}
