namespace Conference.Audit.Stores;

/// <summary>Where a conference stands with Booking.</summary>
internal sealed record Booking(Guid ConferenceId, int Revision, string State, DateTimeOffset Start, DateTimeOffset End, string BridgeId, DateTimeOffset? ExpiresAt)
{
    public bool HasSlot => State is "Held" or "Confirmed";

    /// <summary>It holds several times, of which a poll will choose one.</summary>
    public bool HasCandidates => State == "Polling";
}

/// <summary>One of the times that a conference holds until its poll is decided.</summary>
internal sealed record Candidate(Guid ConferenceId, int Number, DateTimeOffset Start, DateTimeOffset ExpiresAt);

/// <summary>Who is to have a slot when one comes free.</summary>
internal sealed record Waiting(Guid ConferenceId, int Revision);

internal sealed record SiteBooking(Guid ConferenceId, string SiteId, DateTimeOffset Start, DateTimeOffset End);

internal sealed record PortBooking(Guid ConferenceId, string BridgeId, int FirstPort, int LastPort, DateTimeOffset Start, DateTimeOffset End, int Candidate);

/// <summary>What the audit reads of Booking.</summary>
internal sealed record BookingTables(IReadOnlyDictionary<Guid, Booking> Bookings, IReadOnlyList<SiteBooking> Sites, IReadOnlyList<PortBooking> Ports, ILookup<Guid, Candidate> Candidates, IReadOnlyDictionary<Guid, Waiting> Waiting)
{
    private const string BookingsSql = """SELECT conference_id, revision, state, start, "end", bridge_id, expires_at FROM bookings""";

    private const string SitesSql = """SELECT conference_id, site_id, start, "end" FROM site_bookings ORDER BY site_id, start""";

    private const string PortsSql = """SELECT conference_id, bridge_id, first_port, last_port, start, "end", candidate FROM port_bookings ORDER BY bridge_id, start""";

    private const string CandidatesSql = "SELECT conference_id, number, start, expires_at FROM candidates";

    private const string WaitingSql = "SELECT conference_id, revision FROM waiting";

    public static async Task<BookingTables> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        var bookings = await store.ListAsync(
            BookingsSql, row => new Booking(row.Id(0), row.Int(1), row.Text(2), row.Time(3), row.Time(4), row.Text(5), row.TimeOrNull(6)), cancellationToken);
        var sites = await store.ListAsync(SitesSql, row => new SiteBooking(row.Id(0), row.Text(1), row.Time(2), row.Time(3)), cancellationToken);
        var ports = await store.ListAsync(
            PortsSql, row => new PortBooking(row.Id(0), row.Text(1), row.Int(2), row.Int(3), row.Time(4), row.Time(5), row.Int(6)), cancellationToken);
        var candidates = await store.ListAsync(CandidatesSql, row => new Candidate(row.Id(0), row.Int(1), row.Time(2), row.Time(3)), cancellationToken);
        var waiting = await store.ListAsync(WaitingSql, row => new Waiting(row.Id(0), row.Int(1)), cancellationToken);
        return new BookingTables(
            bookings.ToDictionary(booking => booking.ConferenceId), sites, ports, candidates.ToLookup(candidate => candidate.ConferenceId), waiting.ToDictionary(conference => conference.ConferenceId));
    }
}
