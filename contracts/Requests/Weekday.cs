using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>Days of the week as the API writes them (<c>mon</c>).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Weekday>))]
public enum Weekday
{
    /// <summary>月.</summary>
    Mon,

    /// <summary>火.</summary>
    Tue,

    /// <summary>水.</summary>
    Wed,

    /// <summary>木.</summary>
    Thu,

    /// <summary>金.</summary>
    Fri,

    /// <summary>土.</summary>
    Sat,

    /// <summary>日.</summary>
    Sun,
}
