using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>To which occurrences of a series an act applies.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SeriesScope>))]
public enum SeriesScope
{
    /// <summary>The one that is named.</summary>
    This,

    /// <summary>The one that is named and all after it.</summary>
    Following,

    /// <summary>All that are still to come.</summary>
    All,
}
