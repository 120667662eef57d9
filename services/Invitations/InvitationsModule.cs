using Conference.Contracts.Hospitals;
using Conference.Invitations.Answers;
using Conference.Invitations.Calendars;
using Conference.Invitations.Contacts;
using Conference.Invitations.Inbound;
using Conference.Invitations.Inbound.Mailbox;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Inbound.Review;
using Conference.Invitations.Ledger;
using Conference.Invitations.Linting;
using Conference.Invitations.Outbound;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;
using Conference.Invitations.Watching;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Conference.Platform.Telemetry.Figures;
using Conference.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Invitations;

/// <summary>What a host needs to run the Invitations service.</summary>
public sealed class InvitationsModule : IServiceModule
{
    private static readonly SecretKey LinkKey = new("Mail:LinkKey", "links");

    public string Name => InvitationsStore.Name;

    public IReadOnlyDictionary<string, Func<IReadOnlyList<string>, Task<int>>> Verbs { get; } =
        new Dictionary<string, Func<IReadOnlyList<string>, Task<int>>> { ["lint"] = LintVerb.RunAsync };

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddStore<InvitationsStore, SqliteInvitationsStore, PostgresInvitationsStore>();
        module.AddConsumer<KeepHospitalCopyConsumer>();
        module.AddConsumer<TellNewContactsConsumer>();
        module.AddConsumer<SendInvitationsConsumer>();
        module.AddConsumer<AnnounceConfirmationConsumer>();
        module.AddConsumer<WithdrawInvitationsConsumer>();
        module.AddConsumer<SendRemindersConsumer>();
        module.AddConsumer<TakeSlotCheckConsumer>();
        module.AddConsumer<SendPollConsumer>();
        module.AddConsumer<DropCandidateConsumer>();
        module.AskWhileEmpty<InvitationsStore>(
                async (store, cancellationToken) => !await store.Hospitals.AnyAsync(cancellationToken),
                (store, cancellationToken) => store.PublishAsync(new RepublishHospitals { RequestedBy = InvitationsStore.Name }, cancellationToken));
        module.Services.AddScoped<ConferenceLedger>().AddScoped<PollLedger>().AddScoped<PollEnd>().AddScoped<VoteMerge>().AddScoped<PollForms>();
        AddMail(module);
        AddInbound(module);
        module.Services
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<AnswerLinks>(provider, LinkKey.Read(provider)))
            .AddScoped<LinkDesk>()
            .AddScoped<AnswerForms>()
            .AddScoped<AnswerMerge>();
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ShowAnswerFormEndpoint.Map(endpoints);
        GiveAnswerEndpoint.Map(endpoints);
        ProposeTimeEndpoint.Map(endpoints);
        WantRemindersEndpoint.Map(endpoints);
        AnswerOnBehalfEndpoint.Map(endpoints);
        ShowPollFormEndpoint.Map(endpoints);
        GiveVoteEndpoint.Map(endpoints);
        VoteOnBehalfEndpoint.Map(endpoints);
        ListInvitationsEndpoint.Map(endpoints);
        ListMailsEndpoint.Map(endpoints);
        DownloadMailEndpoint.Map(endpoints);
        RetryMailEndpoint.Map(endpoints);
        ListProposalsEndpoint.Map(endpoints);
        DeclineProposalEndpoint.Map(endpoints);
        ListReceivedMailsEndpoint.Map(endpoints);
        DecideReceivedMailEndpoint.Map(endpoints);
        ListKnownSendersEndpoint.Map(endpoints);
        ForgetSenderEndpoint.Map(endpoints);
    }

    private static void AddMail(ModuleBuilder module)
    {
        // Read once here so that a wrong URL stops the start.
        _ = SmtpServer.Read(module.Configuration[$"{MailOptions.Section}:{nameof(MailOptions.Smtp)}"]);
        module.Services.AddHttpClient(nameof(MailSignIn));
        module.Services
            .AddSetting<MailOptions>(MailOptions.Section)
            .AddSetting<PortalAddress>(PortalAddress.Section)
            .AddSecretKey(LinkKey)
            .AddSingleton<AgentAddresses>()
            .AddSingleton<InvitationCalendar>()
            .AddSingleton<LetterWriter>()
            .AddSingleton<MailComposer>()
            .AddSingleton<OutgoingMails>()
            .AddSetting<TransportOptions>(MailOptions.Section)
            .AddSingleton<TrustedCertificates>()
            .AddSingleton<MailSignIn>()
            .AddSingleton<DkimSignature>()
            .AddSingleton<DomainRates>()
            .AddSingleton<MailTrust>()
            .AddSingleton<MailDrop>()
            .AddSingleton<MailQueue>()
            .AddSingleton<MailSignal>()
            .ConfigureDbContext<SqliteInvitationsStore>(Wake)
            .ConfigureDbContext<PostgresInvitationsStore>(Wake)
            .AddHostedService<MailDispatcher>()
            .AddFigures<MailFigures>();
    }

    private static void AddInbound(ModuleBuilder module)
    {
        _ = ImapServer.Read(module.Configuration[$"{MailOptions.Section}:{nameof(InboundOptions.Imap)}"]);
        module.Services
            .AddSetting<InboundOptions>(MailOptions.Section)
            .AddSingleton(services => new MailReader(services.GetRequiredService<NetworkTime>().Zone, services.GetRequiredService<IOptions<InboundOptions>>().Value.TrustedServer))
            .AddSingleton<MailIntake>()
            .AddSingleton<MailboxPulse>()
            .AddScoped<Correspondents>()
            .AddScoped<Belief>()
            .AddScoped<TakenAnswers>()
            .AddScoped<CounterEffects>()
            .AddScoped<ReplyEffects>()
            .AddScoped<BounceEffects>()
            .AddScoped<ProposalDesk>()
            .AddSetting<OldTimeOptions>(MailOptions.Section)
            .AddScoped<OldTimeEscalation>()
            .AddHostedService<OldTimeWatch>()
            .AddScoped<MailDesk>()
            .AddScoped<ReviewDesk>()
            .AddHostedService<MailboxReader>()
            .AddFigures<MailboxFigures>();
    }

    private static void Wake(IServiceProvider services, DbContextOptionsBuilder options) => options.AddInterceptors(services.GetRequiredService<MailSignal>());
}
