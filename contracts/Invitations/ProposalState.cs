using System.Text.Json.Serialization;

namespace Conference.Contracts.Invitations;

/// <summary>How far a proposed time has come.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ProposalState>))]
public enum ProposalState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>The conference was moved to it.</summary>
    Accepted,

    /// <summary>It was declined, and the hospital told so.</summary>
    Declined,

    /// <summary>The conference was moved elsewhere, cancelled, or another proposal of the hospital came.</summary>
    Overtaken,
}
