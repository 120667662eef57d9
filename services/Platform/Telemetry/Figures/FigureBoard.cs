using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Conference.Platform.Telemetry.Figures;

/// <summary>
/// Shows what a source read last. A source that cannot be read shows nothing: an old figure would say that all is
/// well, and the alerts know what to make of a missing one.
/// </summary>
internal sealed class FigureBoard : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly IFigureSource _source;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger<FigureBoard> _log;
    private volatile IReadOnlyList<Reading> _shown = [];

    public FigureBoard(IFigureSource source, IMeterFactory meters, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FigureBoard> log)
    {
        (_source, _scopes, _clock, _log) = (source, scopes, clock, log);
        var meter = meters.Create("Conference.Figures");
        foreach (var figure in source.Figures)
            meter.CreateObservableGauge(figure.Name, () => Shown(figure), figure.Unit, figure.Description);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, _clock);
        do
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                _shown = await _source.ReadAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                _shown = [];
                _log.LogWarning(exception, "{Source} could not be read", _source.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<double>> Shown(Figure figure) =>
        _shown.Where(reading => reading.Figure == figure).Select(reading => new Measurement<double>(reading.Value, reading.Labels));
}
