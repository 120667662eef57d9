namespace Conference.Audit.Stores;

/// <summary>A conference as hospitals are to be told of it.</summary>
internal sealed record Announced(Guid ConferenceId, int Revision, bool Cancelled, Brief? Brief);

internal sealed record Brief(DateTimeOffset Start, DateTimeOffset End);

/// <summary>One mail of the ledger.</summary>
internal sealed record LedgerMail
{
    public required Guid MailId { get; init; }

    public required Guid ConferenceId { get; init; }

    public required string HospitalId { get; init; }

    public required string Address { get; init; }

    public required string Kind { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset? SentAt { get; init; }

    public required string? Error { get; init; }

    public required bool Dropped { get; init; }

    /// <summary>Whether it repeats an announcement because its reader asked for it (REFRESH).</summary>
    public required bool Asked { get; init; }

    /// <summary>Whether it says when, or that it is off; chasers and reminders only repeat it.</summary>
    public bool IsAnnouncement => Kind is "Invitation" or "Confirmation" or "Cancellation";
}

/// <summary>The answer of a hospital that counts.</summary>
internal sealed record StandingAnswer(Guid ConferenceId, string HospitalId, int Revision, string Answer, DateTimeOffset At);

/// <summary>What the audit reads of Invitations.</summary>
internal sealed record InvitationsTables(
    IReadOnlyDictionary<Guid, Announced> Conferences,
    ILookup<Guid, string> Invited,
    ILookup<(Guid ConferenceId, int Revision), string> WithoutContact,
    IReadOnlyList<LedgerMail> Mails,
    IReadOnlyList<StandingAnswer> Answers,
    IReadOnlyDictionary<Guid, AskedPoll> Polls,
    IReadOnlyList<StandingVote> Votes)
{
    private const string ConferencesSql = "SELECT conference_id, revision, cancelled, brief FROM conferences";

    private const string InvitedSql = "SELECT conference_id, hospital_id FROM invited_hospitals";

    private const string AnnouncementsSql = "SELECT conference_id, revision, without_contact FROM announcements";

    private const string MailsSql = """
        SELECT mail_id, conference_id, hospital_id, address, kind, revision, start, "end", queued_at, state, sent_at, error, dropped, lead
        FROM mails ORDER BY conference_id, revision, queued_at
        """;

    private const string AnswersSql = "SELECT conference_id, hospital_id, revision, answer, answered_at FROM standing_answers";

    private const string PollsSql = "SELECT conference_id, revision, ended FROM polls";

    private const string VotesSql = "SELECT conference_id, hospital_id, revision, marks, voted_at FROM standing_votes";

    public static async Task<InvitationsTables> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        var conferences = await store.ListAsync(
            ConferencesSql, row => new Announced(row.Id(0), row.Int(1), row.Flag(2), JsonText.ReadOrNull<Brief>(row.TextOrNull(3))), cancellationToken);
        var invited = await store.ListAsync(InvitedSql, row => (Conference: row.Id(0), Hospital: row.Text(1)), cancellationToken);
        var silent = await store.ListAsync(AnnouncementsSql, row => (Key: (row.Id(0), row.Int(1)), Hospitals: JsonText.Read<List<string>>(row.Text(2))), cancellationToken);
        var answers = await store.ListAsync(AnswersSql, row => new StandingAnswer(row.Id(0), row.Text(1), row.Int(2), row.Text(3), row.Time(4)), cancellationToken);
        return new InvitationsTables(
            conferences.ToDictionary(conference => conference.ConferenceId),
            invited.ToLookup(row => row.Conference, row => row.Hospital),
            silent.SelectMany(row => row.Hospitals, (row, hospital) => (row.Key, hospital)).ToLookup(row => row.Key, row => row.hospital),
            await store.ListAsync(MailsSql, ReadMail, cancellationToken),
            answers,
            (await store.ListAsync(PollsSql, row => new AskedPoll(row.Id(0), row.Int(1), row.Flag(2)), cancellationToken)).ToDictionary(poll => poll.ConferenceId),
            await store.ListAsync(VotesSql, row => new StandingVote(row.Id(0), row.Text(1), row.Int(2), JsonText.Read<List<Mark>>(row.Text(3)), row.Time(4)), cancellationToken));
    }

    private static LedgerMail ReadMail(Row row) => new()
    {
        MailId = row.Id(0),
        ConferenceId = row.Id(1),
        HospitalId = row.Text(2),
        Address = row.Text(3),
        Kind = row.Text(4),
        Revision = row.Int(5),
        Start = row.Time(6),
        End = row.Time(7),
        QueuedAt = row.Time(8),
        State = row.Text(9),
        SentAt = row.TimeOrNull(10),
        Error = row.TextOrNull(11),
        Dropped = row.Flag(12),
        Asked = row.Long(13) != 0,
    };
}
