using Conference.Platform.Messaging;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Messaging;

public sealed class BusOptionsTests
{
    [Theory]
    [InlineData("amqp://rabbit/", 5672)]
    [InlineData("amqps://rabbit/", 5671)]
    [InlineData("amqps://rabbit:5673/", 5673)]
    [InlineData("amqp://user:password@rabbit:5671/", 5671)]
    public void PortOf_ABroker_IsItsOwnOrItsSchemes(string url, int expected) => BusOptions.PortOf(new Uri(url)).ShouldBe(expected);
}
