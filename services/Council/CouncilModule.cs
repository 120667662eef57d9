using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Council.Feeds;
using Conference.Council.Hospitals;
using Conference.Council.Reports;
using Conference.Council.Schedule;
using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council;

/// <summary>What a host needs to run the Council service.</summary>
public sealed class CouncilModule : IServiceModule
{
    private static readonly SecretKey FeedKey = new($"{FeedOptions.Section}:{nameof(FeedOptions.Key)}", "feeds");

    public string Name => CouncilStore.Name;

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddStore<CouncilStore, SqliteCouncilStore, PostgresCouncilStore>();
        module.AddConsumer<KeepHospitalCopyConsumer>();
        module.AddConsumer<AddConferenceToScheduleConsumer>();
        module.AddConsumer<KeepConferenceRecordConsumer>();
        module.Services
            .AddSetting<FeedOptions>(FeedOptions.Section)
            .AddSetting<PortalAddress>(PortalAddress.Section)
            .AddSetting<MailAddress>(MailAddress.Section)
            .AddSecretKey(FeedKey)
            .AddSingleton(services => new FeedTokens(FeedKey.Read(services)))
            .AddSingleton<FeedLinks>()
            .AddSingleton<FeedCalendar>().AddSingleton<FeedTexts>().AddSingleton<ServedFeeds>()
            .AddScoped<FeedReader>()
            .AddScoped<ActivityReader>();
        module.AskWhileEmpty<CouncilStore>(
            async (store, cancellationToken) => !await store.Hospitals.AnyAsync(cancellationToken),
            async (store, cancellationToken) =>
            {
                await store.PublishAsync(new RepublishHospitals { RequestedBy = CouncilStore.Name }, cancellationToken);
                await store.PublishAsync(new RepublishConferences { RequestedBy = CouncilStore.Name }, cancellationToken);
            });
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        GetScheduleEndpoint.Map(endpoints);
        RebuildScheduleEndpoint.Map(endpoints);
        MakeFeedEndpoint.Map(endpoints);
        ListFeedsEndpoint.Map(endpoints);
        RevokeFeedEndpoint.Map(endpoints);
        GetCalendarEndpoint.Map(endpoints);
        GetActivityEndpoint.Map(endpoints);
    }
}
