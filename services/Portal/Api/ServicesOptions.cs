using System.ComponentModel.DataAnnotations;

namespace Conference.Portal.Api;

/// <summary>
/// Where the services answer (section <c>Services</c>): absolute http(s) addresses. Empty, the default, means that
/// the service runs in this same process.
/// </summary>
public sealed class ServicesOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Services";

    /// <summary>Address of Hospitals.</summary>
    public string Hospitals { get; set; } = "";

    /// <summary>Address of Requests.</summary>
    public string Requests { get; set; } = "";

    /// <summary>Address of Booking.</summary>
    public string Booking { get; set; } = "";

    /// <summary>Address of Invitations.</summary>
    public string Invitations { get; set; } = "";

    /// <summary>Address of Council.</summary>
    public string Council { get; set; } = "";

    /// <summary>Address of Timers.</summary>
    public string Timers { get; set; } = "";

    internal static IReadOnlyList<string> Names { get; } = [nameof(Hospitals), nameof(Requests), nameof(Booking), nameof(Invitations), nameof(Council), nameof(Timers)];

    internal string AddressOf(string service) => service switch
    {
        nameof(Hospitals) => Hospitals,
        nameof(Requests) => Requests,
        nameof(Booking) => Booking,
        nameof(Invitations) => Invitations,
        nameof(Council) => Council,
        nameof(Timers) => Timers,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "No such service."),
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from service in Names
        let address = AddressOf(service)
        where address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        select new ValidationResult($"{Section}:{service} is '{address}': an address such as http://booking:8080, or nothing when it runs in this process.");
}
