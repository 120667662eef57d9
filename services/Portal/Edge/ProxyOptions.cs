using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Conference.Portal.Edge;

/// <summary>What stands in front of the portal (section <c>Portal</c>).</summary>
public sealed class ProxyOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal";

    /// <summary>
    /// Networks (<c>172.16.0.0/12</c>) from which <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed,
    /// separated by commas. Empty, the default: from nobody.
    /// </summary>
    public string Proxies { get; set; } = "";

    private string[] Parts => Proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal void Apply(ForwardedHeadersOptions headers)
    {
        headers.ForwardedHeaders = Parts.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost : ForwardedHeaders.None;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var network in Parts)
            headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from network in Parts
        where !System.Net.IPNetwork.TryParse(network, out _)
        select new ValidationResult($"{Section}:{nameof(Proxies)} is '{network}': a network such as 172.16.0.0/12, several separated by commas.");
}
