using System.Collections.Concurrent;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Scheduling;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Requests;

/// <summary>What the other services were told, and what they answer: as friendly as a test leaves them.</summary>
internal sealed class Partners
{
    public Partners() => OnTakeCandidate = Taken;

    public ConcurrentQueue<object> Received { get; } = [];

    /// <summary>The moments that timers were set to, in the order asked.</summary>
    public ConcurrentQueue<DateTimeOffset> SetTimers { get; } = [];

    public Func<HoldSlot, object?> OnHold { get; set; } = Held;

    public Func<ConfirmSlot, object?> OnConfirm { get; set; } = confirm => new SlotConfirmed { ConferenceId = confirm.ConferenceId, Revision = confirm.Revision };

    public Func<SendInvitations, object?> OnInvite { get; set; } = Sent;

    public Func<HoldCandidates, object?> OnHoldCandidates { get; set; } = AllHeld;

    public Func<TakeCandidate, object?> OnTakeCandidate { get; set; }

    public Func<SendPoll, object?> OnPoll { get; set; } = poll => new PollSent { ConferenceId = poll.ConferenceId, Revision = poll.Revision, Mails = poll.Hospitals.Count };

    public IReadOnlyList<T> Of<T>(Guid conferenceId) => [.. Received.OfType<T>().Where(message => IdOf(message!) == conferenceId)];

    public static InvitationsSent Sent(SendInvitations send) => new() { ConferenceId = send.ConferenceId, Revision = send.Revision, Mails = send.Hospitals.Count };

    /// <summary>A slot at the fixed start, or on the first evening that is not to be avoided.</summary>
    public static SlotHeld Held(HoldSlot hold)
    {
        var criteria = hold.Criteria;
        var start = criteria.Start ?? new DateTimeOffset(criteria.Window!.From, criteria.Hours.From, TimeSpan.FromHours(9)).ToUniversalTime();
        while (criteria.Avoid.Any(avoid => avoid.Start < start.AddMinutes(criteria.DurationMinutes) && start < avoid.End))
            start = start.AddDays(1);
        return new SlotHeld
        {
            ConferenceId = hold.ConferenceId,
            Revision = hold.Revision,
            Slot = new BookedSlot
            {
                Start = start,
                End = start.AddMinutes(criteria.DurationMinutes),
                BridgeId = "national",
                Sites = [.. criteria.Participants.Select(hospital => new BookedSite { HospitalId = hospital.HospitalId, SiteId = $"{hospital.HospitalId}-1", Required = hospital.Required, Ports = 1 })],
            },
        };
    }

    /// <summary>Every start that was given is free.</summary>
    public static CandidatesHeld AllHeld(HoldCandidates hold) => new()
    {
        ConferenceId = hold.ConferenceId,
        Revision = hold.Revision,
        Candidates = [.. hold.Starts.Order().Select(start => Candidate(hold.Criteria, start))],
    };

    public static SlotSuggestion Candidate(SlotCriteria criteria, DateTimeOffset start) => new()
    {
        Slot = Held(new HoldSlot { ConferenceId = Guid.Empty, Revision = 1, HoldFor = TimeSpan.Zero, Criteria = criteria with { Start = start, Window = null } }).Slot,
        Score = 100,
    };

    /// <summary>The candidate decided on, from what was held before.</summary>
    public SlotHeld Taken(TakeCandidate take) => new()
    {
        ConferenceId = take.ConferenceId,
        Revision = take.Revision,
        Slot = Candidate(Received.OfType<HoldCandidates>().Last(hold => hold.ConferenceId == take.ConferenceId).Criteria, take.Start).Slot,
    };

    public static SlotUnavailable None(HoldSlot hold) => new()
    {
        ConferenceId = hold.ConferenceId,
        Revision = hold.Revision,
        Waiting = hold.Wait is not null,
        Explanation = new SlotExplanation { Summary = new Contracts.Remark { Code = "no_ports", Ja = "ポートが足りません。", En = "No ports are left." } },
    };

    private static Guid IdOf(object message) => (Guid)message.GetType().GetProperty("ConferenceId")!.GetValue(message)!;
}

public class PartnerStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "partners";
}

public sealed class SqlitePartnerStore(DbContextOptions<SqlitePartnerStore> options) : PartnerStore(options);

public sealed class PostgresPartnerStore(DbContextOptions<PostgresPartnerStore> options) : PartnerStore(options);

/// <summary>Booking, Invitations, Council and Timers in one.</summary>
internal sealed class PartnerConsumer(Partners partners) :
    IConsumer<HoldSlot>, IConsumer<ConfirmSlot>, IConsumer<ReleaseSlot>, IConsumer<StopWaiting>, IConsumer<SendInvitations>, IConsumer<WithdrawInvitations>,
    IConsumer<AnnounceConfirmation>, IConsumer<SendReminders>, IConsumer<ConferenceChanged>, IConsumer<ConferenceRecorded>,
    IConsumer<HoldCandidates>, IConsumer<TakeCandidate>, IConsumer<SendPoll>, IConsumer<DropCandidate>
{
    public Task Consume(ConsumeContext<HoldCandidates> context) => TakeAsync(context, partners.OnHoldCandidates(context.Message));

    public Task Consume(ConsumeContext<TakeCandidate> context) => TakeAsync(context, partners.OnTakeCandidate(context.Message));

    public Task Consume(ConsumeContext<SendPoll> context) => TakeAsync(context, partners.OnPoll(context.Message));

    public Task Consume(ConsumeContext<DropCandidate> context) => TakeAsync(context, null);

    public Task Consume(ConsumeContext<HoldSlot> context) => TakeAsync(context, partners.OnHold(context.Message));

    public Task Consume(ConsumeContext<ConfirmSlot> context) => TakeAsync(context, partners.OnConfirm(context.Message));

    public Task Consume(ConsumeContext<SendInvitations> context) => TakeAsync(context, partners.OnInvite(context.Message));

    public Task Consume(ConsumeContext<ReleaseSlot> context) => TakeAsync(context, null);

    public Task Consume(ConsumeContext<StopWaiting> context) => TakeAsync(context, null);

    public Task Consume(ConsumeContext<WithdrawInvitations> context) => TakeAsync(context, null);

    public Task Consume(ConsumeContext<AnnounceConfirmation> context) => TakeAsync(context, null);

    public Task Consume(ConsumeContext<SendReminders> context) => TakeAsync(context, null);

    public Task Consume(ConsumeContext<ConferenceChanged> context) => TakeAsync(context, null);

    public Task Consume(ConsumeContext<ConferenceRecorded> context) => TakeAsync(context, null);

    private Task TakeAsync<T>(ConsumeContext<T> context, object? answer) where T : class
    {
        partners.Received.Enqueue(context.Message);
        return answer is null ? Task.CompletedTask : context.Publish(answer, answer.GetType(), context.CancellationToken);
    }
}

/// <summary>Timers that never ring by themselves: the tests move the clock and ring.</summary>
internal sealed class SilentTimersConsumer(Partners partners) : IConsumer<ScheduleMessage>, IConsumer<CancelScheduledMessage>
{
    public Task Consume(ConsumeContext<ScheduleMessage> context)
    {
        partners.SetTimers.Enqueue(new DateTimeOffset(context.Message.ScheduledTime, TimeSpan.Zero));
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<CancelScheduledMessage> context) => Task.CompletedTask;
}

internal sealed class PartnersModule(Partners partners, TimeProvider clock) : IServiceModule
{
    public string Name => "partners";

    public void Configure(ModuleBuilder module)
    {
        module.AddStore<PartnerStore, SqlitePartnerStore, PostgresPartnerStore>()
            .AddConsumer<PartnerConsumer>()
            .AddConsumer<SilentTimersConsumer>(queue: "timers");
        module.Services.AddSingleton(partners);
        module.Services.AddSingleton(clock);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
