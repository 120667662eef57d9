using Shouldly;
using Xunit;

namespace Conference.BrowserTests.Accessibility;

/// <summary>A page that nobody entered in the list would be looked at by nobody.</summary>
public sealed class Every_page_is_looked_at
{
    [Fact]
    public void Should_be_in_the_list() => Routes.Declared.Order(StringComparer.Ordinal).ShouldBe(
        Routes.SignedIn.Concat(Routes.SignedOut).Select(route => route.Route).Concat(Routes.OnTheWayIn).Distinct().Order(StringComparer.Ordinal));
}
