using Conference.Contracts.Hospitals;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Conference.Platform.Telemetry.Figures;
using Conference.Requests.Acting;
using Conference.Requests.Attention;
using Conference.Requests.Hospitals;
using Conference.Requests.Lifecycle;
using Conference.Requests.Polls;
using Conference.Requests.Recording;
using Conference.Requests.Republishing;
using Conference.Requests.Requesting;
using Conference.Requests.Series;
using Conference.Requests.Storage;
using Conference.Requests.Timeline;
using Conference.Requests.Viewing;
using Conference.Requests.Watching;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests;

/// <summary>What a host needs to run the Requests service.</summary>
public sealed class RequestsModule : IServiceModule
{
    public string Name => RequestsStore.Name;

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddStore<RequestsStore, SqliteRequestsStore, PostgresRequestsStore>()
            .AddConsumer<KeepHospitalConsumer>()
            .AddConsumer<KeepHolidaysConsumer>()
            .AddConsumer<RepublishConferencesConsumer>()
            .AddConsumer<RepublishPortionConsumer>()
            .AddConsumer<SettleSeriesConsumer>()
            .AddSaga<ConferenceLifecycle, ConferenceState>()
            .AskWhileEmpty<RequestsStore>(
                async (store, cancellationToken) => !await store.Hospitals.AnyAsync(cancellationToken),
                (store, cancellationToken) => store.PublishAsync(new RepublishHospitals { RequestedBy = RequestsStore.Name }, cancellationToken));
        module.Services.AddSetting<RequestsOptions>(RequestsOptions.Section);
        module.Services.AddScoped<IStoreContents, RequestedContents>();
        module.Services.AddScoped<RequestDesk>();
        module.Services.AddScoped<ActDesk>();
        module.Services.AddScoped<SeriesDesk>();
        module.Services.AddScoped<SeriesActing>();
        module.Services.AddScoped<SeriesChangeDesk>();
        module.Services.AddHostedService<StuckConferences>();
        module.Services.AddFigures<ConferenceFigures>();
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        RequestConferenceEndpoint.Map(endpoints);
        ListConferencesEndpoint.Map(endpoints);
        ListStuckConferencesEndpoint.Map(endpoints);
        ShowConferenceEndpoint.Map(endpoints);
        ShowTimelineEndpoint.Map(endpoints);
        CancelEndpoint.Map(endpoints);
        DecidePollEndpoint.Map(endpoints);
        RescheduleEndpoint.Map(endpoints);
        AmendEndpoint.Map(endpoints);
        ConfirmEndpoint.Map(endpoints);
        WaitEndpoint.Map(endpoints);
        ListAttentionEndpoint.Map(endpoints);
        RecordAttendanceEndpoint.Map(endpoints);
        RequestSeriesEndpoint.Map(endpoints);
        ListSeriesEndpoint.Map(endpoints);
        ShowSeriesEndpoint.Map(endpoints);
        ChangeSeriesEndpoint.Map(endpoints);
        PlanSeriesChangeEndpoint.Map(endpoints);
        CancelSeriesEndpoint.Map(endpoints);
        AddOccurrenceEndpoint.Map(endpoints);
    }
}
