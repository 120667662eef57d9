using Conference.Audit.Mails;
using Conference.Audit.Queues;
using Conference.Audit.Stores;

namespace Conference.Audit;

/// <summary>All that was read at (nearly) one moment.</summary>
internal sealed record Picture
{
    public required DateTimeOffset At { get; init; }

    public required TimeSpan PassingLimit { get; init; }

    public required RequestsTables Requests { get; init; }

    public required BookingTables Booking { get; init; }

    public required InvitationsTables Invitations { get; init; }

    public required CouncilTables Council { get; init; }

    public required TimersTables Timers { get; init; }

    public required IReadOnlyList<OutboxRow> Outbox { get; init; }

    public required IReadOnlyList<AuditChain> AuditLogs { get; init; }

    /// <summary>Null where there is no mail drop.</summary>
    public required IReadOnlyList<MailFile>? Mails { get; init; }

    /// <summary>Null without a broker.</summary>
    public required IReadOnlyList<QueueDepth>? Queues { get; init; }

    public bool IsLate(DateTimeOffset moment) => moment < At - PassingLimit;
}
