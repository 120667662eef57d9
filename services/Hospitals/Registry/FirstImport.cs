using Conference.Hospitals.Holidays;
using Conference.Hospitals.Storage;
using Conference.Platform.Messaging;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Hospitals.Registry;

/// <summary>
/// Fills an empty register with the files that ship with the service. It runs beside the start, so that the
/// process is ready at once; a crash in between leaves the register empty for the next start.
/// </summary>
internal sealed class FirstImport(IServiceScopeFactory scopes, NetworkTime network, TimeProvider clock, IOptions<HospitalsOptions> options, ILogger<FirstImport> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.ImportAtStart)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<HospitalsStore>();
        if (!await IsEmptyAsync(store, stoppingToken))
            return;

        try
        {
            await store.InTransactionAsync(() => FillAsync(store, stoppingToken), stoppingToken);
        }
        catch (DbUpdateException exception)
        {
            // Another replica that started at the same time was first.
            if (await IsEmptyAsync(store, stoppingToken))
                throw;
            logger.LogInformation("The registry was imported by another replica ({Reason})", exception.GetType().Name);
        }
    }

    private async Task FillAsync(HospitalsStore store, CancellationToken cancellationToken)
    {
        var reading = RegistryFile.Read(ShippedData.Hospitals());
        var result = await new RegistryImport(store).ApplyAsync(reading, network.DayOf(clock.GetUtcNow()), cancellationToken);
        if (!await store.Holidays.AnyAsync(cancellationToken))
        {
            var calendar = new HolidayCalendar();
            calendar.Replace(ShippedData.Holidays());
            store.Add(calendar);
            await store.PublishAsync(calendar.ToChanged(), cancellationToken);
        }

        logger.LogInformation("Imported {Hospitals} hospitals, {Errors} rows left out", result.Added, result.Errors.Count);
    }

    private static async Task<bool> IsEmptyAsync(HospitalsStore store, CancellationToken cancellationToken) =>
        !await store.Hospitals.AnyAsync(cancellationToken);
}
