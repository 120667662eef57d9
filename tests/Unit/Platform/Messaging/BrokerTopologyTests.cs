using System.Net.Sockets;
using Conference.Platform.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
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

    [Theory]
    [InlineData(404, "NOT_FOUND - home node 'rabbit@rabbit-1' of durable queue 'counting-count' in vhost '/' is down or inaccessible", true)]
    [InlineData(541, "INTERNAL_ERROR", true)]
    [InlineData(403, "ACCESS_REFUSED - configure access to queue 'counting-count' in vhost '/' refused", false)]
    [InlineData(406, "PRECONDITION_FAILED - inequivalent arg 'x-queue-type' for queue 'counting-count'", false)]
    public void Passes_WhatABrokerAnswersADeclaration_UnlessItIsForGood(ushort code, string text, bool passes) =>
        BrokerTopology.Passes(new OperationInterruptedException(new ShutdownEventArgs(ShutdownInitiator.Peer, code, text))).ShouldBe(passes);
}
