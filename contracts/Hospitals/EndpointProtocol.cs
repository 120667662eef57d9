using System.Text.Json.Serialization;

namespace Conference.Contracts.Hospitals;

/// <summary>How a site's video endpoint is called.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<EndpointProtocol>))]
public enum EndpointProtocol
{
    /// <summary>A meeting link opened in a browser or client.</summary>
    Url,

    /// <summary>SIP address.</summary>
    Sip,

    /// <summary>H.323 address.</summary>
    H323,
}
