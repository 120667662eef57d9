namespace Conference.Audit.Stores;

/// <summary>A conference as the council sees it.</summary>
internal sealed record Scheduled(Guid ConferenceId, long Version, string State, int Revision, DateTimeOffset? Start, DateTimeOffset? End);

/// <summary>What the audit reads of Council.</summary>
internal sealed record CouncilTables(IReadOnlyDictionary<Guid, Scheduled> Schedule)
{
    private const string ScheduleSql = """SELECT conference_id, version, state, revision, start, "end" FROM conferences""";

    public static async Task<CouncilTables> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        var schedule = await store.ListAsync(
            ScheduleSql, row => new Scheduled(row.Id(0), row.Long(1), row.Text(2), row.Int(3), row.TimeOrNull(4), row.TimeOrNull(5)), cancellationToken);
        return new CouncilTables(schedule.ToDictionary(conference => conference.ConferenceId));
    }
}
