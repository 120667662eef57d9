using Conference.Hospitals.Register;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Hospitals.Register;

public sealed class HospitalIdTests
{
    [Theory]
    [InlineData("H0101", true)]
    [InlineData("H4799", true)]
    [InlineData("H13100", true)]
    [InlineData("H0001", false)]
    [InlineData("H4801", false)]
    [InlineData("H131", false)]
    [InlineData("h1302", false)]
    [InlineData("H1302\n", false)]
    [InlineData("H1３02", false)]
    [InlineData("H13000000000", false)]
    public void IsValid_Code_FollowsTheRule(string id, bool expected) => HospitalId.IsValid(id).ShouldBe(expected);
}
