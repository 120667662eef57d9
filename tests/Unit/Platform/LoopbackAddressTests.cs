using Conference.Platform.Hosting;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform;

public sealed class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://localhost:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:81", "http://[::1]:81/")]
    [InlineData("https://*:443;http://10.1.2.3:80", "http://10.1.2.3/")]
    public void Of_ListeningAddresses_IsOneThatCanBeCalled(string listening, string expected) =>
        LoopbackAddress.Of(listening.Split(';'))!.ToString().ShouldBe(expected);

    [Fact]
    public void Of_Nothing_IsNothing() => LoopbackAddress.Of([]).ShouldBeNull();
}
