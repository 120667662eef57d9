using System.ComponentModel.DataAnnotations;

namespace Conference.Portal.Api;

/// <summary>
/// Where the services answer (section <c>Services</c>): absolute http(s) addresses, those of a service's replicas
/// separated by commas. Empty, the default, means that the service runs in this same process.
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

    /// <summary>Where a service's replicas answer; empty when it runs in this process.</summary>
    // Read before the settings are validated: what is wrong is left out here and stops the start there.
    internal IReadOnlyList<Uri> AddressesOf(string service) => [.. Split(service).Select(Address).OfType<Uri>().DistinctBy(address => address.Authority)];

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private string[] Split(string service) => SettingOf(service).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string SettingOf(string service) => service switch
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
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Names.SelectMany(Validate);

    private IEnumerable<ValidationResult> Validate(string service)
    {
        var addresses = Split(service).ToLookup(address => Address(address)?.Authority);
        foreach (var address in addresses[null])
            yield return new ValidationResult($"{Section}:{service} is '{address}': an address such as http://booking:8080, several separated by commas, or nothing when it runs in this process.");
        foreach (var twice in addresses.Where(same => same.Key is not null && same.Count() > 1))
            yield return new ValidationResult($"{Section}:{service} names {twice.Key} {twice.Count()} times: each replica has an address of its own.");
    }
}
