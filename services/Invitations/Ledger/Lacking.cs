using System.Text.Json.Serialization;

namespace Conference.Invitations.Ledger;

/// <summary>What a contact could not be told.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Lacking>))]
internal enum Lacking
{
    /// <summary>It has been told another time.</summary>
    NewTime,

    /// <summary>It has been told nothing.</summary>
    Invitation,

    /// <summary>It has been told a time that is off.</summary>
    End,
}
