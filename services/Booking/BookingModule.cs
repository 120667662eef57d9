using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Network;
using Conference.Booking.Polls;
using Conference.Booking.Series;
using Conference.Booking.Standing;
using Conference.Booking.Storage;
using Conference.Booking.Waiting;
using Conference.Booking.Watching;
using Conference.Contracts.Hospitals;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Telemetry.Figures;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking;

/// <summary>What a host needs to run the Booking service.</summary>
public sealed class BookingModule : IServiceModule
{
    /// <inheritdoc/>
    public string Name => "booking";

    /// <inheritdoc/>
    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module
            .AddStore<BookingStore, SqliteBookingStore, PostgresBookingStore>()
            .AddConsumer<HoldSlotConsumer>()
            .AddConsumer<ConfirmSlotConsumer>()
            .AddConsumer<ReleaseSlotConsumer>()
            .AddConsumer<HoldCandidatesConsumer>()
            .AddConsumer<TakeCandidateConsumer>()
            .AddConsumer<CheckSlotConsumer>()
            .AddConsumer<StopWaitingConsumer>()
            .AddConsumer<KeepHospitalConsumer>()
            .AddConsumer<KeepClosuresConsumer>()
            .AddConsumer<KeepConnectionTestConsumer>()
            .AddConsumer<KeepHolidaysConsumer>()
            .AskWhileEmpty<BookingStore>(
                async (store, cancellationToken) => !await store.Hospitals.AnyAsync(cancellationToken),
                (store, cancellationToken) => store.PublishAsync(new RepublishHospitals { RequestedBy = "booking" }, cancellationToken));

        module.Services
            .AddSetting<BookingOptions>(BookingOptions.Section)
            .AddSetting<RankingOptions>(RankingOptions.Section)
            .AddSetting<BridgesOptions>(BridgesOptions.Section)
            .AddSingleton(services => new SearchRules(
                services.GetRequiredService<NetworkTime>(),
                services.GetRequiredService<IOptions<BookingOptions>>().Value,
                services.GetRequiredService<IOptions<RankingOptions>>().Value))
            .AddSingleton<SlotFinder>()
            .AddSingleton<SeriesPlanner>()
            .AddSingleton<BookingMemory>()
            .AddScoped<SnapshotReader>()
            .AddSingleton<SlotSearchReading>()
            .AddScoped<SlotTaking>()
            .AddScoped<SlotDesk>()
            .AddScoped<CandidateSearch>()
            .AddScoped<CandidateTaking>()
            .AddScoped<PollDesk>()
            .AddScoped<CandidateReturn>()
            .AddSingleton<CandidateExpiry>()
            .AddHostedService<StoreListener>()
            .AddSingleton<OfferBell>()
            .AddSingleton<CheckBell>()
            .AddScoped<WaitingList>()
            .AddScoped<NetworkNews>()
            .AddScoped<Outranking>()
            .AddScoped<SlotOffer>()
            .AddScoped<StandingCheck>()
            .AddHostedService<HoldExpiry>()
            .AddHostedService<SlotOffers>()
            .AddHostedService<StandingChecks>()
            .AddFigures<BridgeFigures>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        SearchSlotsEndpoint.Map(endpoints);
        SeriesDryRunEndpoint.Map(endpoints);
        ShowAvailabilityEndpoint.Map(endpoints);
        ShowPortsEndpoint.Map(endpoints);
        ListWaitingEndpoint.Map(endpoints);
        ShowWaitingEndpoint.Map(endpoints);
    }
}
