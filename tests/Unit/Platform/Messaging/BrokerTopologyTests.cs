using System.Net.Sockets;
using Conference.Platform.Messaging;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Messaging;

public sealed class BrokerTopologyTests
{
    [Fact]
    public void IsRefusal_OneNodeThatKnowsNoSuchUser_IsOne() => BrokerTopology.IsRefusal(new BrokerUnreachableException(new AggregateException(
        new ConnectFailureException("down", new SocketException()), new AuthenticationFailureException("ACCESS_REFUSED")))).ShouldBeTrue();

    [Fact]
    public void IsRefusal_NoNodeThatAnswers_IsNone() => BrokerTopology.IsRefusal(new BrokerUnreachableException(new AggregateException(
        new ConnectFailureException("down", new SocketException()), new PossibleAuthenticationFailureException("closed", new IOException())))).ShouldBeFalse();
}
