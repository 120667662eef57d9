using Conference.Platform.Problems;
using Conference.Portal.Access;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Access;

public sealed class AssignmentTests
{
    [Theory]
    [InlineData("national_coordinator", "nation")]
    [InlineData("prefectural_coordinator", "prefecture:13")]
    [InlineData("hospital_coordinator", "hospital:H1301")]
    [InlineData("council_member", "prefecture:47")]
    [InlineData("auditor", "nation")]
    public void Read_RoleWithItsScope_IsTaken(string role, string scope)
    {
        var faults = new List<Fault>();

        Assignment.Read(role, scope, faults)!.Scope.ToString().ShouldBe(scope);

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("national_coordinator", "prefecture:13", "scope_not_for_role")]
    [InlineData("hospital_coordinator", "nation", "scope_not_for_role")]
    [InlineData("council_member", "hospital:H1301", "scope_not_for_role")]
    [InlineData("auditor", "prefecture:48", "invalid_scope")]
    [InlineData("auditor", "hospital:X", "invalid_scope")]
    [InlineData("NationalCoordinator", "nation", "unknown_role")]
    [InlineData(null, "nation", "unknown_role")]
    public void Read_WhatDoesNotFit_SaysWhy(string? role, string scope, string code)
    {
        var faults = new List<Fault>();

        Assignment.Read(role, scope, faults).ShouldBeNull();

        faults.Single().Code.ShouldBe(code);
    }
}
