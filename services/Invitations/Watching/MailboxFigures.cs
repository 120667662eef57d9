using Conference.Invitations.Inbound.Mailbox;
using Conference.Platform.Telemetry.Figures;

namespace Conference.Invitations.Watching;

/// <summary>For how long no answers by mail have come in. A process that has no mailbox, or waits for its turn at it, shows nothing.</summary>
internal sealed class MailboxFigures(MailboxPulse pulse) : IFigureSource
{
    private static readonly Figure LastRead = new("conference.mailbox.last_read_age", "s", "How long ago this process last read the mailbox without fault, or was started");

    public IReadOnlyList<Figure> Figures => [LastRead];

    public Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Reading>>(pulse.SinceRead is { } age ? [new Reading(LastRead, age.TotalSeconds)] : []);
}
