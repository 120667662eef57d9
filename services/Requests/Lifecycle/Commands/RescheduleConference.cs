using Conference.Contracts.Requests;

namespace Conference.Requests.Lifecycle.Commands;

/// <summary>A coordinator asks for another time. Sent by this service's endpoint, taken by the lifecycle.</summary>
public sealed record RescheduleConference
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The coordinator's name.</summary>
    public required string By { get; init; }

    /// <summary>A fixed start; null to search <see cref="Window"/>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Days to search; null when <see cref="Start"/> is given.</summary>
    public DateWindow? Window { get; init; }

    /// <summary>When on a day; null to keep what was asked for.</summary>
    public LocalHours? Hours { get; init; }

    /// <summary>Another duration; null to keep it.</summary>
    public int? DurationMinutes { get; init; }

    internal ConferenceRequest ApplyTo(ConferenceRequest request) => request with
    {
        Start = Start,
        Window = Window,
        Poll = null,
        Hours = Hours ?? request.Hours,
        DurationMinutes = DurationMinutes ?? request.DurationMinutes,
    };
}
