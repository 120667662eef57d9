using System.ComponentModel.DataAnnotations;

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
            if (this[index].Id is not { Length: > 0 and <= 40 })
                yield return new ValidationResult($"{Section}:{index}:Id must name the bridge, in 1 to 40 characters.");
            if (this[index].Ports is < 1 or > 10_000)
                yield return new ValidationResult($"{Section}:{index}:Ports is {this[index].Ports}: a bridge has 1 to 10,000 ports.");
            if (this.FindIndex(bridge => bridge.Id == this[index].Id) < index)
                yield return new ValidationResult($"{Section}:{index}:Id is '{this[index].Id}', which an earlier bridge has already.");
        }
    }
}

/// <summary>One bridge.</summary>
internal sealed class BridgeOptions
{
    /// <summary>Its id, 1 to 40 characters; bookings refer to it.</summary>
    public string Id { get; set; } = "";

    /// <summary>How many sites it can connect at once, 1 to 10,000.</summary>
    public int Ports { get; set; }
}
