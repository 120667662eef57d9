using System.ComponentModel.DataAnnotations;

namespace Conference.Hospitals;

/// <summary>Settings of the Hospitals service, section <c>Hospitals</c>.</summary>
internal sealed class HospitalsOptions
{
    public const string Section = "Hospitals";

    /// <summary>For how many days a passed connection test holds; 1 to 3,650, default 365.</summary>
    [Range(1, 3650, ErrorMessage = "Hospitals:ConnectionTestValidDays must be from 1 to 3650 (days).")]
    public int ConnectionTestValidDays { get; set; } = 365;

    /// <summary>Whether an empty register takes the registry and the holidays that ship with the service at start. Default true.</summary>
    public bool ImportAtStart { get; set; } = true;
}
