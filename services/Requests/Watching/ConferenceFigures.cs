using Conference.Platform.Telemetry.Figures;
using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Watching;

/// <summary>How many conferences are in each state, which of them hang, and which missed their moment.</summary>
internal sealed class ConferenceFigures(TimeProvider clock) : IFigureSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Passing =
    [
        nameof(ConferenceLifecycle.Placing), nameof(ConferenceLifecycle.Reserved), nameof(ConferenceLifecycle.Inviting),
        nameof(ConferenceLifecycle.Replacing), nameof(ConferenceLifecycle.Confirming), nameof(ConferenceLifecycle.Polling),
    ];

    private static readonly Figure Conferences = new("conference.conferences", null, "Conferences by state");
    private static readonly Figure Stuck = new("conference.stuck_conferences", null, "Conferences in a passing state for more than five minutes");
    private static readonly Figure OldestPassing = new("conference.passing.oldest_age", "s", "For how long the oldest conference has been in a passing state");
    private static readonly Figure Overdue = new("conference.overdue_moments", null, "Conferences whose moment passed more than a minute ago without anything happening");

    public IReadOnlyList<Figure> Figures => [Conferences, Stuck, OldestPassing, Overdue];

    public async Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var store = scope.GetRequiredService<RequestsStore>();
        var now = clock.GetUtcNow();
        var counts = await store.Conferences.GroupBy(state => state.CurrentState).Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellationToken);
        var ages = (await SinceAsync(store, cancellationToken)).ToLookup(row => row.State, row => now - row.Since);
        var late = now - TimeSpan.FromMinutes(1);
        var overdue = await store.Conferences.CountAsync(state => state.NextMoment < late, cancellationToken);
        return
        [
            .. StateNames.All.Select(state => new Reading(Conferences, counts.GetValueOrDefault(state), Reading.Label("state", state))),
            .. Passing.Select(state => new Reading(Stuck, ages[state].Count(age => age > Patience), Reading.Label("state", state))),
            .. Passing.Select(state => new Reading(OldestPassing, ages[state].Select(age => age.TotalSeconds).DefaultIfEmpty(0).Max(), Reading.Label("state", state))),
            new Reading(Overdue, overdue),
        ];
    }

    // The sweep renews PendingSince whenever it asks again; since when a conference really waits, its history says.
    private static async Task<List<(string State, DateTimeOffset Since)>> SinceAsync(RequestsStore store, CancellationToken cancellationToken)
    {
        var rows = await store.Conferences.Where(state => state.PendingSince != null)
            .Select(state => new
            {
                state.CurrentState,
                state.RequestedAt,
                Entered = store.Timeline.Where(row => row.ConferenceId == state.CorrelationId && row.From != row.To).OrderByDescending(row => row.Id).Select(row => (DateTimeOffset?)row.At).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.CurrentState, row.Entered ?? row.RequestedAt));
    }
}
