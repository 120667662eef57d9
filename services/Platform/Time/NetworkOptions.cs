using System.ComponentModel.DataAnnotations;

namespace Conference.Platform.Time;

/// <summary>The network's own time (section <c>Network</c>).</summary>
public sealed class NetworkOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Network";

    /// <summary>IANA time zone in which days, hours and holidays are meant. Default <c>Asia/Tokyo</c>.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Tokyo";
}
