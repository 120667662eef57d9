using Conference.Audit.Invariants;
using Conference.Audit.Report;

namespace Conference.Audit;

/// <summary>
/// Reads all stores, the mails and the queues from outside and proves that they agree. It knows the tables by
/// themselves and no code of the services: a second reading, so that a mistake in theirs is not repeated here.
/// </summary>
public sealed class Auditor(AuditSettings settings, TimeProvider clock)
{
    private static readonly IReadOnlyList<IInvariant> Invariants =
    [
        new RequestsAreCarried(),
        new SitesDoNotOverlap(),
        new PortsDoNotOverlap(),
        new SlotsAgree(),
        new WaitingAgrees(),
        new PollsAgree(),
        new SeriesAgree(),
        new ToldTimesAgree(),
        new MailsSayWhatTheLedgerSays(),
        new NothingIsAnnouncedTwice(),
        new AnswersCount(),
        new ScheduleAgrees(),
        new TimersAreSet(),
        new MailsLeave(),
        new MessagesArrive(),
        new AuditLogsAreWhole(),
    ];

    private readonly PictureReader _reader = new(settings, clock);

    /// <summary>Runs the audit. What is found is looked at again after the settling time.</summary>
    /// <exception cref="WrongSettingException">A store is not where the settings say.</exception>
    public async Task<AuditReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var first = await LookAsync(cancellationToken);
        if (first.Proved || settings.Settle == TimeSpan.Zero)
            return first;
        await Task.Delay(settings.Settle, clock, cancellationToken);
        return first.StillIn(await LookAsync(cancellationToken));
    }

    private async Task<AuditReport> LookAsync(CancellationToken cancellationToken)
    {
        var picture = await _reader.ReadAsync(cancellationToken);
        return new AuditReport(picture.At, 1, [.. Invariants.Select(invariant => Check(invariant, picture))]);
    }

    private static InvariantResult Check(IInvariant invariant, Picture picture)
    {
        var results = new Results();
        invariant.Check(picture, results);
        return new InvariantResult(invariant.Code, invariant.Title, results.Checked, results.Findings, results.Explained);
    }
}
