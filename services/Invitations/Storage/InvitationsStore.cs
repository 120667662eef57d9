using Conference.Invitations.Answers;
using Conference.Invitations.Contacts;
using Conference.Invitations.Inbound;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Inbound.Review;
using Conference.Invitations.Ledger;
using Conference.Invitations.Outbound;
using Conference.Invitations.Polls;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Storage;

/// <summary>What Invitations keeps: who is to be told, what was told to whom, and what they answered.</summary>
internal abstract class InvitationsStore(DbContextOptions options) : ServiceStore(options)
{
    public const string Name = "invitations";

    public override string Schema => Name;

    public DbSet<KnownHospital> Hospitals => Set<KnownHospital>();

    public DbSet<KnownContacts> Contacts => Set<KnownContacts>();

    public DbSet<AnnouncedConference> Conferences => Set<AnnouncedConference>();

    public DbSet<InvitedParty> Invited => Set<InvitedParty>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<QuietContact> QuietContacts => Set<QuietContact>();

    public DbSet<ReceivedMail> ReceivedMails => Set<ReceivedMail>();

    public DbSet<KnownSender> KnownSenders => Set<KnownSender>();

    public DbSet<TimeProposal> Proposals => Set<TimeProposal>();

    public DbSet<LinkOpening> Openings => Set<LinkOpening>();

    public DbSet<GivenAnswer> GivenAnswers => Set<GivenAnswer>();

    public DbSet<AnnouncedPoll> Polls => Set<AnnouncedPoll>();

    public DbSet<GivenVote> GivenVotes => Set<GivenVote>();

    public DbSet<StandingVote> StandingVotes => Set<StandingVote>();

    public DbSet<StandingAnswer> StandingAnswers => Set<StandingAnswer>();
}

internal sealed class SqliteInvitationsStore(DbContextOptions<SqliteInvitationsStore> options) : InvitationsStore(options);

internal sealed class PostgresInvitationsStore(DbContextOptions<PostgresInvitationsStore> options) : InvitationsStore(options);

internal sealed class SqliteInvitationsStoreFactory : SqliteDesignTimeFactory<SqliteInvitationsStore>;

internal sealed class PostgresInvitationsStoreFactory() : PostgresDesignTimeFactory<PostgresInvitationsStore>(InvitationsStore.Name);
