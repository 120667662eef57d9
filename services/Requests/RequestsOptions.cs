using System.ComponentModel.DataAnnotations;
using Conference.Contracts;
using Conference.Contracts.Requests;

namespace Conference.Requests;

/// <summary>How patient the lifecycle of a conference is (section <c>Requests</c>).</summary>
public sealed class RequestsOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Requests";

    private static readonly TimeSpan[] DefaultReminders = [TimeSpan.FromDays(7), TimeSpan.FromDays(1), TimeSpan.FromHours(1)];
    private static readonly TimeSpan[] DefaultChasers = [TimeSpan.FromDays(2)];

    /// <summary>How long before the start reminders go out, at most ten. Default 7 days, 1 day and 1 hour.</summary>
    public TimeSpan[]? Reminders { get; set; }

    /// <summary>How long before the reply deadline those who have not answered are asked again, at most ten. Default 2 days.</summary>
    public TimeSpan[]? Chasers { get; set; }

    /// <summary>How long before the start the reply deadline is at the latest, where the start is not too near for that. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ErrorMessage = "Requests:ReplyBeforeStart must be between 00:00:00 and 30.00:00:00.")]
    public TimeSpan ReplyBeforeStart { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The hour, in the network's time, at which the day of a reply deadline ends. Default 17.</summary>
    [Range(0, 23, ErrorMessage = "Requests:ReplyHour must be between 0 and 23.")]
    public int ReplyHour { get; set; } = 17;

    /// <summary>How long a slot stays held after the reply deadline, for the coordinator to decide. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00", ErrorMessage = "Requests:DecideWithin must be between 01:00:00 and 60.00:00:00.")]
    public TimeSpan DecideWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long candidates stay held after a poll's deadline, for the coordinator to decide where the rule cannot. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "14.00:00:00", ErrorMessage = "Requests:PollDecideWithin must be between 00:10:00 and 14.00:00:00.")]
    public TimeSpan PollDecideWithin { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How soon after the request a searched slot may start. Default 2 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ErrorMessage = "Requests:EarliestStart must be between 00:00:00 and 30.00:00:00.")]
    public TimeSpan EarliestStart { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long after the end attendance is waited for. Default 14 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00", ErrorMessage = "Requests:RecordWithin must be between 01:00:00 and 365.00:00:00.")]
    public TimeSpan RecordWithin { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often stuck conferences are looked for. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Requests:SweepEvery must be between 00:00:00.1 and 01:00:00.")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long in a passing state a conference counts as stuck. Default 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ErrorMessage = "Requests:StuckAfter must be between 00:00:00.1 and 1.00:00:00.")]
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For how long an Idempotency-Key is remembered. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00", ErrorMessage = "Requests:RememberKeysFor must be between 01:00:00 and 365.00:00:00.")]
    public TimeSpan RememberKeysFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Classes of kinds, by code: <c>Requests:Priorities:council_meeting=high</c>. Default <c>high</c> for council_meeting,
    /// <c>low</c> for connection_test, <c>normal</c> for all others.
    /// </summary>
    public Dictionary<string, string> Priorities { get; init; } = new(StringComparer.Ordinal);

    // The binder adds to a default instead of replacing it, so the defaults stand here.
    internal IReadOnlyList<TimeSpan> ReminderLeads => Reminders ?? DefaultReminders;

    internal IReadOnlyList<TimeSpan> ChaserLeads => Chasers ?? DefaultChasers;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!AreLeads(ReminderLeads))
            yield return new ValidationResult("Requests:Reminders must be at most ten times between 00:01:00 and 90.00:00:00.", [nameof(Reminders)]);
        if (!AreLeads(ChaserLeads))
            yield return new ValidationResult("Requests:Chasers must be at most ten times between 00:01:00 and 90.00:00:00.", [nameof(Chasers)]);
        foreach (var (kind, priority) in Priorities)
        {
            if (!Code.TryParse<ConferenceKind>(kind, out _) || !Code.TryParse<PriorityClass>(priority, out _))
                yield return new ValidationResult($"Requests:Priorities:{kind} is '{priority}': give a kind of conference one of {string.Join(", ", Code.All<PriorityClass>())}.", [nameof(Priorities)]);
        }
    }

    /// <summary>The class of a conference: the one it was given, else its kind's.</summary>
    internal PriorityClass PriorityOf(ConferenceRequest request) => request.Priority ?? PriorityOf(request.Kind);

    private PriorityClass PriorityOf(ConferenceKind kind) =>
        Code.TryParse<PriorityClass>(Priorities.GetValueOrDefault(Code.Of(kind)), out var set) ? set : kind switch
        {
            ConferenceKind.CouncilMeeting => PriorityClass.High,
            ConferenceKind.ConnectionTest => PriorityClass.Low,
            _ => PriorityClass.Normal,
        };

    private static bool AreLeads(IReadOnlyList<TimeSpan> leads) =>
        leads.Count <= 10 && leads.All(lead => lead >= TimeSpan.FromMinutes(1) && lead <= TimeSpan.FromDays(90));
}
