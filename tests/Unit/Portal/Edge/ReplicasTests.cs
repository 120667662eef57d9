using System.ComponentModel.DataAnnotations;
using Conference.Portal.Api;
using Conference.Portal.Edge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Edge;

public sealed class ReplicasTests
{
    [Fact]
    public void Clusters_ServiceWithReplicas_KnowsAllAndAsksWhichAreReady()
    {
        var options = new ServicesOptions { Requests = "http://requests:8080, http://requests-2:8080", Booking = "http://booking:8080" };

        var clusters = EdgeRoutes.Clusters(options).ToDictionary(cluster => cluster.ClusterId);

        clusters.Keys.ShouldBe(["Requests", "Booking"]);
        clusters["Requests"].Destinations!.Values.Select(destination => destination.Address).ShouldBe(["http://requests:8080/", "http://requests-2:8080/"]);
        clusters["Requests"].HealthCheck!.Active!.Enabled.ShouldBe(true);
        clusters["Booking"].HealthCheck.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://requests:8080,http://requests-2:8080", true)]
    [InlineData("http://requests:8080,requests-2", false)]
    [InlineData("http://requests:8080,http://requests:8080/", false)]
    public void Validate_EveryReplica_IsAnAddressOfItsOwn(string requests, bool valid) =>
        new ServicesOptions { Requests = requests }.Validate(new ValidationContext(this)).Any().ShouldBe(!valid);

    // The routes are laid before the settings are validated, which says what is wrong.
    [Fact]
    public void Clusters_WrongOrRepeatedAddresses_AreLeftOut() =>
        EdgeRoutes.Clusters(new ServicesOptions { Requests = "http://requests:8080,requests-2,http://requests:8080/" }).Single().Destinations!.Keys.ShouldBe(["requests:8080"]);

    [Theory]
    [InlineData("", true)]
    [InlineData("172.16.0.0/12, 10.0.0.0/8", true)]
    [InlineData("172.16.0.0/12,proxy", false)]
    public void Validate_Proxies_AreNetworks(string proxies, bool valid) =>
        new ProxyOptions { Proxies = proxies }.Validate(new ValidationContext(this)).Any().ShouldBe(!valid);

    [Fact]
    public void Apply_WithoutProxies_BelievesNobody()
    {
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All };

        new ProxyOptions().Apply(headers);

        headers.ForwardedHeaders.ShouldBe(ForwardedHeaders.None);
        headers.KnownIPNetworks.ShouldBeEmpty();
    }
}
