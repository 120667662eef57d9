using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>What happens at the reply deadline when the quorum has not confirmed the conference by itself.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DeadlinePolicy>))]
public enum DeadlinePolicy
{
    /// <summary>Confirm when enough hospitals accepted and no required one declined, silent ones notwithstanding; else ask the coordinator.</summary>
    ConfirmIfQuorum,

    /// <summary>Leave the decision to the coordinator.</summary>
    AskCoordinator,

    /// <summary>Cancel the conference.</summary>
    Cancel,
}
