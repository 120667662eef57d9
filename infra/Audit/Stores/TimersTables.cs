using System.Globalization;
using System.Text.Json;

namespace Conference.Audit.Stores;

/// <summary>A timer that is set, for a conference where its message names one.</summary>
internal sealed record Timer(Guid Token, Guid? ConferenceId, DateTimeOffset? Due, string State);

/// <summary>What the audit reads of Timers: Quartz's own tables, a file beside the service's or in its schema.</summary>
internal sealed record TimersTables(IReadOnlyList<Timer> Timers)
{
    private const string TimersSql = """
        SELECT j.job_name, t.next_fire_time, t.trigger_state, j.job_data
        FROM qrtz_job_details j LEFT JOIN qrtz_triggers t
        ON t.sched_name = j.sched_name AND t.job_name = j.job_name AND t.job_group = j.job_group
        WHERE j.job_group = 'timers'
        """;

    public static async Task<TimersTables> ReadAsync(Store store, CancellationToken cancellationToken) => new(await store.ListAsync(
        TimersSql,
        row => new Timer(
            Guid.Parse(row.Text(0), CultureInfo.InvariantCulture),
            ConferenceOf(row.Bytes(3)),
            row.LongOrNull(1) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            row.TextOrNull(2) ?? "NONE"),
        cancellationToken));

    // The message lies as JSON text within the job's JSON.
    private static Guid? ConferenceOf(string? jobData)
    {
        if (jobData is null)
            return null;
        using var job = JsonDocument.Parse(jobData);
        if (!job.RootElement.TryGetProperty("payload", out var payload) || payload.GetString() is not { } message)
            return null;
        using var content = JsonDocument.Parse(message);
        return content.RootElement.TryGetProperty("conferenceId", out var id) && id.TryGetGuid(out var conferenceId) ? conferenceId : null;
    }
}
