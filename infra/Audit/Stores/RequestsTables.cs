namespace Conference.Audit.Stores;

/// <summary>A request that was answered 202.</summary>
internal sealed record AcceptedRequest(Guid ConferenceId, string Number, DateTimeOffset RequestedAt, Guid? SeriesId);

/// <summary>How far a conference is.</summary>
internal sealed record Lifecycle
{
    public required Guid ConferenceId { get; init; }

    public required string State { get; init; }

    public required string Number { get; init; }

    public required long Version { get; init; }

    public required int Revision { get; init; }

    public required int InvitedRevision { get; init; }

    /// <summary>The last revision that Booking was asked for.</summary>
    public required int Attempt { get; init; }

    public required Request Request { get; init; }

    public required DateTimeOffset? WaitingSince { get; init; }

    public required Poll? Poll { get; init; }

    public required Guid? SeriesId { get; init; }

    public required Slot? Slot { get; init; }

    public required IReadOnlyList<Reply> Replies { get; init; }

    public required DateTimeOffset? PendingSince { get; init; }

    public required DateTimeOffset? NextMoment { get; init; }

    public required Guid? NextMomentToken { get; init; }

    /// <summary>Another service has yet to answer: what the stores say may differ for a moment.</summary>
    public bool IsPassing => State is "Placing" or "Reserved" or "Inviting" or "Replacing" or "Confirming";

    /// <summary>Between two times: neither the old one nor the new one is in force everywhere.</summary>
    public bool IsMoving => State is "Placing" or "Inviting" or "Replacing";

    public bool IsFinal => State is "Completed" or "Cancelled";

    /// <summary>It has no slot and is to have the first that comes free.</summary>
    public bool Waits => State == "Unplaced" && WaitingSince is not null;

    /// <summary>The slot that Booking must have for it; null when it must have none.</summary>
    public Slot? Booked => State == "Cancelled" ? null : Slot;
}

internal sealed record Slot(DateTimeOffset Start, DateTimeOffset End, string BridgeId, IReadOnlyList<SlotSite> Sites, string? LinkedBridgeId = null)
{
    /// <summary>Ports on a bridge; where there are two, one of each is the link's.</summary>
    public int PortsOn(string bridgeId) => LinkedBridgeId is null
        ? Sites.Sum(site => site.Ports)
        : 1 + Sites.Where(site => site.BridgeId == bridgeId).Sum(site => site.Ports);

    public IEnumerable<string> Bridges => LinkedBridgeId is null ? [BridgeId] : [BridgeId, LinkedBridgeId];
}

internal sealed record SlotSite(string HospitalId, string SiteId, int Ports, string? BridgeId = null);

internal sealed record Reply(string HospitalId, int Revision, string Answer, DateTimeOffset At);

/// <summary>What was asked for.</summary>
internal sealed record Request(DateTimeOffset? Start, RequestWindow? Window, IReadOnlyList<Participant> Participants)
{
    /// <summary>Whether the time in which it could be may be over, in whatever zone its days are.</summary>
    public bool MayBeOver(DateTimeOffset at) => (Start ?? Window?.To.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) <= at;
}

internal sealed record RequestWindow(DateOnly To);

internal sealed record Participant(string HospitalId);

/// <summary>One line of a conference's history.</summary>
internal sealed record Step(Guid ConferenceId, DateTimeOffset At, string? From, string To, int Revision);

/// <summary>What the audit reads of Requests.</summary>
internal sealed record RequestsTables(
    IReadOnlyList<AcceptedRequest> Accepted, IReadOnlyDictionary<Guid, Lifecycle> Conferences, ILookup<Guid, Step> Timeline, IReadOnlyList<Series> Series, IReadOnlyList<Occurrence> Occurrences)
{
    private const string AcceptedSql = "SELECT conference_id, number, requested_at, series_id FROM requests";

    private const string ConferencesSql = """
        SELECT correlation_id, current_state, number, version, revision, invited_revision, slot, replies, pending_since, next_moment, next_moment_token,
        attempt, request, waiting_since, poll, series_id
        FROM conferences
        """;

    private const string TimelineSql = """SELECT conference_id, at, "from", "to", revision FROM timeline ORDER BY id""";

    public static async Task<RequestsTables> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        var accepted = await store.ListAsync(AcceptedSql, row => new AcceptedRequest(row.Id(0), row.Text(1), row.Time(2), row.IdOrNull(3)), cancellationToken);
        var conferences = await store.ListAsync(ConferencesSql, ReadConference, cancellationToken);
        var timeline = await store.ListAsync(TimelineSql, row => new Step(row.Id(0), row.Time(1), row.TextOrNull(2), row.Text(3), row.Int(4)), cancellationToken);
        var (series, occurrences) = await SeriesTables.ReadAsync(store, cancellationToken);
        return new RequestsTables(accepted, conferences.ToDictionary(conference => conference.ConferenceId), timeline.ToLookup(step => step.ConferenceId), series, occurrences);
    }

    private static Lifecycle ReadConference(Row row) => new()
    {
        ConferenceId = row.Id(0),
        State = row.Text(1),
        Number = row.Text(2),
        Version = row.Long(3),
        Revision = row.Int(4),
        InvitedRevision = row.Int(5),
        Slot = JsonText.ReadOrNull<Slot>(row.TextOrNull(6)),
        Replies = JsonText.Read<List<Reply>>(row.Text(7)),
        PendingSince = row.TimeOrNull(8),
        NextMoment = row.TimeOrNull(9),
        NextMomentToken = row.IdOrNull(10),
        Attempt = row.Int(11),
        Request = JsonText.Read<Request>(row.Text(12)),
        WaitingSince = row.TimeOrNull(13),
        Poll = JsonText.ReadOrNull<Poll>(row.TextOrNull(14)),
        SeriesId = row.IdOrNull(15),
    };
}
