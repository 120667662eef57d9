using System.Diagnostics;
using Conference.Invitations.Outbound;
using Conference.Tests.Support;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>Postfix and Dovecot in a container, TLS on: our mailbox, and one in which every hospital's mail lands.</summary>
internal sealed class MailServers : IAsyncDisposable
{
    private readonly IContainer _container;
    private readonly string _folder = Directory.CreateTempSubdirectory("conference-mail-").FullName;

    private MailServers()
    {
        (Submission, Imap, Imaps, Smtp) = (RunningProcess.FreePort(), RunningProcess.FreePort(), RunningProcess.FreePort(), RunningProcess.FreePort());
        var image = Environment.GetEnvironmentVariable("CONFERENCE_DOVECOT_IMAGE") is { Length: > 0 } named ? named : "conference/dovecot:local";
        _container = new ContainerBuilder(image)
            .WithPortBinding(Smtp, 25).WithPortBinding(Submission, 587).WithPortBinding(Imap, 143).WithPortBinding(Imaps, 993)
            .WithLabel(Servers.Label, "true")
            .WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("daemon started"))
            .Build();
    }

    public int Smtp { get; }

    public int Submission { get; }

    public int Imap { get; }

    public int Imaps { get; }

    private string Authority => Path.Combine(_folder, "ca.pem");

    /// <summary>The settings with which the product uses these servers.</summary>
    public string[] Settings =>
    [
        $"--Mail:Smtp=smtp://conference:secret@127.0.0.1:{Submission}", $"--Mail:Imap=imaps://conference:secret@127.0.0.1:{Imaps}",
        $"--Mail:Authority={Authority}", "--Mail:Domain=conference.jp", "--Logging:LogLevel:Conference.Invitations=Information",
    ];

    /// <summary>In place of those of <see cref="Settings"/>: who signs in, and no password.</summary>
    public string[] SettingsWithoutPassword => [$"--Mail:Smtp=smtp://conference@127.0.0.1:{Submission}", $"--Mail:Imap=imaps://conference@127.0.0.1:{Imaps}"];

    public static async Task<MailServers> StartAsync()
    {
        var servers = new MailServers();
        await servers._container.StartAsync();
        await File.WriteAllBytesAsync(servers.Authority, await servers._container.ReadFileAsync("/etc/mail-tls/ca.pem"));
        return servers;
    }

    /// <summary>What the hospitals have in their mailbox.</summary>
    public async Task<List<MimeMessage>> HospitalsAsync(int atLeast)
    {
        List<MimeMessage> mails = [];
        await InvitationsHost.UntilAsync(async () => (mails = await MailsAsync("hospitals", "INBOX")).Count >= atLeast);
        return mails;
    }

    public async Task<List<MimeMessage>> MailsAsync(string user, string folder)
    {
        using var client = await OpenAsync(user);
        var box = folder == "INBOX" ? client.Inbox! : await client.GetFolderAsync(folder);
        await box.OpenAsync(FolderAccess.ReadOnly);
        List<MimeMessage> mails = [];
        for (var index = 0; index < box.Count; index++)
            mails.Add(await box.GetMessageAsync(index));
        return mails;
    }

    /// <summary>How many mails lie there; none is fetched, for readers may be moving them.</summary>
    public async Task<int> CountAsync(string user, string folder)
    {
        using var client = await OpenAsync(user);
        var box = folder == "INBOX" ? client.Inbox! : await client.GetFolderAsync(folder);
        await box.OpenAsync(FolderAccess.ReadOnly);
        return box.Count;
    }

    public async Task<ImapCapabilities> CapabilitiesAsync()
    {
        using var client = await OpenAsync("conference");
        return client.Capabilities;
    }

    /// <summary>Hands a mail to the server as a hospital's own would.</summary>
    public async Task SendAsync(string from, string to, byte[] mail)
    {
        using var client = Trusting(new SmtpClient());
        await client.ConnectAsync("127.0.0.1", Smtp, SecureSocketOptions.StartTls);
        using var message = MimeMessage.Load(new MemoryStream(mail));
        await client.SendAsync(message, MailboxAddress.Parse(from), [MailboxAddress.Parse(to)]);
        await client.DisconnectAsync(true);
    }

    /// <summary>Hands the server mails that were made beforehand, one after another over one connection, and says how long that took.</summary>
    public async Task<TimeSpan> SendAllAsync(IEnumerable<MimeMessage> mails)
    {
        using var client = Trusting(new SmtpClient());
        await client.ConnectAsync("127.0.0.1", Submission, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync("conference", "secret");
        var watch = Stopwatch.StartNew();
        foreach (var mail in mails)
            await client.SendAsync(mail);
        var taken = watch.Elapsed;
        await client.DisconnectAsync(true);
        return taken;
    }

    /// <summary>As a server that was set up anew: all numbers of mails mean something else.</summary>
    public Task NewUidValidityAsync() => RunAsync("sed -i '1s/ V[0-9]*/ V424242/' /var/mail/conference/Maildir/dovecot-uidlist; rm -f /var/mail/conference/Maildir/dovecot.index*");

    public Task RunAsync(string command) => _container.ExecAsync(["sh", "-c", command]);

    public async ValueTask DisposeAsync()
    {
        await _container.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private T Trusting<T>(T client) where T : MailService => new TrustedCertificates(Options.Create(new MailOptions { Authority = Authority })).Apply(client);

    private async Task<ImapClient> OpenAsync(string user)
    {
        var client = Trusting(new ImapClient());
        await client.ConnectAsync("127.0.0.1", Imap, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(user, "secret");
        return client;
    }
}
