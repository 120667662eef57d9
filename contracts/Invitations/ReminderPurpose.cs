using System.Text.Json.Serialization;

namespace Conference.Contracts.Invitations;

/// <summary>Why hospitals are written to again.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ReminderPurpose>))]
public enum ReminderPurpose
{
    /// <summary>The reply deadline comes near and the hospital has not answered.</summary>
    Chaser,

    /// <summary>The conference comes near.</summary>
    Reminder,

    /// <summary>The poll closes soon and the hospital has not marked every candidate.</summary>
    PollChaser,
}
