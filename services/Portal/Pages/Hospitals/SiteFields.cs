using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Hospitals;

namespace Conference.Portal.Pages.Hospitals;

/// <summary>The form of a site. What is no number goes to the service as one that it refuses, beside the field.</summary>
public sealed class SiteFields
{
    /// <summary>Name of the room or endpoint.</summary>
    public string? Name { get; set; }

    /// <summary>Code of the protocol.</summary>
    public string? Protocol { get; set; }

    /// <summary>Where the bridge reaches it.</summary>
    public string? Address { get; set; }

    /// <summary>Ports it takes.</summary>
    public string? Ports { get; set; }

    /// <summary>Whether it can be booked. A box that is not ticked is not sent.</summary>
    public bool Active { get; set; }

    /// <summary>The form as the site stands; that of a new one, when null.</summary>
    public static SiteFields Of(HospitalSite? site) => new()
    {
        Name = site?.Name,
        Protocol = site is null ? null : Code.Of(site.Protocol),
        Address = site?.Address,
        Ports = (site?.Ports ?? 1).ToString(CultureInfo.InvariantCulture),
        Active = site?.Active ?? true,
    };

    /// <summary>What is sent.</summary>
    public SiteEntry ToEntry() => new()
    {
        Name = Name,
        Protocol = Protocol,
        Address = Address,
        Ports = int.TryParse(Ports, NumberStyles.None, CultureInfo.InvariantCulture, out var ports) ? ports : 0,
        Active = Active,
    };
}
