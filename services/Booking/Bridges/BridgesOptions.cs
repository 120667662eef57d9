using System.ComponentModel.DataAnnotations;
using Conference.Booking.Network;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;

namespace Conference.Booking.Bridges;

/// <summary>
/// The multipoint bridges (section <c>Bridges</c>, a list: <c>Bridges:0:Id</c>, <c>Bridges:0:Ports</c>). Without the
/// section there is one, <c>national</c>, with 60 ports.
/// </summary>
internal sealed class BridgesOptions : List<BridgeOptions>, IValidatableObject
{
    public const string Section = "Bridges";

    /// <summary>The bridges in the order in which they are tried.</summary>
    public IReadOnlyList<BridgeOptions> Effective => Count > 0 ? this : [new BridgeOptions { Id = "national", Ports = 60 }];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var index = 0; index < Count; index++)
        {
            var (bridge, name) = (this[index], $"{Section}:{index}");
            if (bridge.Id is not { Length: > 0 and <= 40 })
                yield return new ValidationResult($"{name}:Id must name the bridge, in 1 to 40 characters.");
            if (bridge.Ports is < 0 or > 10_000)
                yield return new ValidationResult($"{name}:Ports is {bridge.Ports}: a bridge has 0 (out of service) to 10,000 ports.");
            if (FindIndex(other => other.Id == bridge.Id) < index)
                yield return new ValidationResult($"{name}:Id is '{bridge.Id}', which an earlier bridge has already.");
            foreach (var served in bridge.Reach.Where(served => served is not ({ Length: 2 } or { Length: >= 4 and <= 20 })))
                yield return new ValidationResult($"{name}:Reach holds '{served}': it takes prefectures (01 to 47) and hospitals (H1302).");
            foreach (var link in bridge.Links.Where(link => link == bridge.Id || !Exists(other => other.Id == link)))
                yield return new ValidationResult($"{name}:Links holds '{link}': it must be another bridge of the list.");
            foreach (var wrong in bridge.Maintenance.Where(window => !window.IsRight))
                yield return new ValidationResult($"{name}:Maintenance needs either From before To, as instants with offset, or Day with FromTime and ToTime.");
        }
    }
}

/// <summary>One bridge.</summary>
internal sealed class BridgeOptions
{
    /// <summary>Its id, 1 to 40 characters; bookings refer to it.</summary>
    public string Id { get; set; } = "";

    /// <summary>How many sites it can connect at once, 0 to 10,000; 0 takes it out of service.</summary>
    public int Ports { get; set; }

    /// <summary>Prefectures (two digits) and hospitals that it serves. Default: all.</summary>
    public List<string> Reach { get; set; } = [];

    /// <summary>Bridges to which it can be linked, so that a conference may span both; the link takes a port on each. Default: none.</summary>
    public List<string> Links { get; set; } = [];

    /// <summary>When it is down. Default: never.</summary>
    public List<MaintenanceOptions> Maintenance { get; set; } = [];

    /// <summary>The same as closures, which a site has.</summary>
    public KnownClosures Down => new()
    {
        SiteId = Id,
        Closures = [.. Maintenance.Where(window => window.Day is null).Select(window => new Closure { From = window.From!.Value, To = window.To!.Value, Reason = "" })],
        Weekly = [.. Maintenance.Where(window => window.Day is not null).Select(window => new WeeklyClosure { Day = window.Day!.Value, From = window.FromTime!.Value, To = window.ToTime!.Value, Reason = "" })],
    };

    /// <summary>The bridge without what is booked on it.</summary>
    public BridgeUse With(PortTimes times) => new(Id, Ports, times) { Reach = Reach, Links = Links, Maintenance = Maintenance.Count > 0 ? Down : null };

    /// <summary>The bridge without what is booked on it.</summary>
    public BridgeUse With(IReadOnlyList<PortUse> uses) => new(Id, Ports, uses) { Reach = Reach, Links = Links, Maintenance = Maintenance.Count > 0 ? Down : null };
}

/// <summary>A stretch in which a bridge connects nobody: once, or every week in the network's time.</summary>
internal sealed class MaintenanceOptions
{
    /// <summary>First moment of one that happens once.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>Its end, exclusive.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>Day of one that happens every week.</summary>
    public Weekday? Day { get; set; }

    /// <summary>When it begins.</summary>
    public TimeOnly? FromTime { get; set; }

    /// <summary>When it ends, exclusive; 00:00 means the end of the day.</summary>
    public TimeOnly? ToTime { get; set; }

    public bool IsRight => Day is null
        ? From < To && FromTime is null && ToTime is null
        : From is null && To is null && FromTime is { } from && ToTime is { } to && (from < to || to == TimeOnly.MinValue);
}
