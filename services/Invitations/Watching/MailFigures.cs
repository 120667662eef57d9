using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Conference.Platform.Telemetry.Figures;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Watching;

/// <summary>How many mails wait, for how long, and what was refused of late.</summary>
internal sealed class MailFigures(TimeProvider clock) : IFigureSource
{
    private static readonly Figure Queued = new("conference.mails.queued", null, "Mails that wait to be sent");
    private static readonly Figure OldestAge = new("conference.mails.oldest_age", "s", "For how long the oldest queued mail has waited");
    private static readonly Figure Refused = new("conference.mails.refused", null, "Mails queued within the last seven days that the server refused for good");

    public IReadOnlyList<Figure> Figures => [Queued, OldestAge, Refused];

    public async Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var store = scope.GetRequiredService<InvitationsStore>();
        var now = clock.GetUtcNow();
        var weekAgo = now.AddDays(-7);
        var queued = await store.Mails.Where(mail => mail.State == MailState.Queued).GroupBy(mail => mail.State)
            .Select(group => new { Count = group.Count(), Oldest = group.Min(mail => mail.QueuedAt) }).SingleOrDefaultAsync(cancellationToken);
        var refused = await store.Mails.CountAsync(mail => mail.State == MailState.Refused && mail.QueuedAt > weekAgo, cancellationToken);
        return
        [
            new Reading(Queued, queued?.Count ?? 0),
            new Reading(OldestAge, queued is null ? 0 : Math.Max(0, (now - queued.Oldest).TotalSeconds)),
            new Reading(Refused, refused),
        ];
    }
}
