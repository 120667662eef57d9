using Conference.Platform.Messaging;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Messaging;

public sealed class BusOptionsTests
{
    [Theory]
    [InlineData("amqp://user:password@rabbit/", true)]
    [InlineData("amqps://rabbit/place", true)]
    [InlineData("amqp://rabbit/place/other", false)]
    [InlineData("http://rabbit/", false)]
    [InlineData("rabbit", false)]
    public void IsBroker_AnAddress_IsOneOfOneVirtualHost(string node, bool expected) => BusOptions.IsBroker(node).ShouldBe(expected);

    [Theory]
    [InlineData("amqp://rabbit/", 5672)]
    [InlineData("amqps://rabbit/", 5671)]
    [InlineData("amqps://rabbit:5673/", 5673)]
    [InlineData("amqp://user:password@rabbit:5671/", 5671)]
    public void PortOf_ABroker_IsItsOwnOrItsSchemes(string url, int expected) => BusOptions.PortOf(new Uri(url)).ShouldBe(expected);
}
