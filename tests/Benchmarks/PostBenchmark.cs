using System.Diagnostics;
using Conference.Contracts.Invitations;
using Conference.IntegrationTests.Invitations;
using Conference.Invitations.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Conference.Benchmarks;

/// <summary>
/// 461 hospitals told of one conference over SMTP, beside a bare MailKit loop that hands the same server mails made
/// beforehand; and how many of their replies are processed a second, each committed.
/// </summary>
internal static class PostBenchmark
{
    private const int Hospitals = 461;
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        await using var servers = await MailServers.StartAsync();
        await using var host = await InvitationsHost.StartAsync([.. servers.Settings, "--Logging:LogLevel:Conference.Invitations=Error", "--Mail:Imap="]);
        var hospitals = Enumerable.Range(1, Hospitals).Select(number => $"H{number:D4}").ToArray();
        for (var number = 1; number <= Hospitals; number++)
            await host.ContactsAsync(hospitals[number - 1], 1, (number, Address(number)));

        await TellAsync(host, 1, hospitals);
        using var made = new MadeMails(await MadeAsync(host));
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Hospitals / (await servers.SendAllAsync(made.Messages)).TotalSeconds);
            ours.Add(Hospitals / (await TellAsync(host, round + 2, hospitals)).TotalSeconds);
        }

        Report.Line($"{Hospitals} hospitals told, from the command to the last mail that the server took", $"{Report.Range(ours, "F0")} mails/s");
        Report.Line("bare MailKit loop, mails made beforehand, one connection", $"{Report.Range(bare, "F0")} mails/s");
        Report.Line("told : bare", $"{Report.Range(ours.Zip(bare, (told, loop) => told / loop), "F2")} (aim 0.80)");
        await ReplyAsync(host);
    }

    private static async Task<TimeSpan> TellAsync(InvitationsHost host, int revision, string[] hospitals)
    {
        var watch = Stopwatch.StartNew();
        await host.InviteAtAsync(revision, host.Start.AddHours(revision), hospitals);
        await host.UntilSentAsync();
        return watch.Elapsed;
    }

    private static async Task<List<byte[]>> MadeAsync(InvitationsHost host)
    {
        var outgoing = host.Services.GetRequiredService<OutgoingMails>();
        return [.. (await host.MailsAsync()).Select(mail =>
        {
            using var prepared = outgoing.Prepare(mail);
            return prepared.Bytes;
        })];
    }

    private static async Task ReplyAsync(InvitationsHost host)
    {
        List<byte[]> replies = [];
        for (var number = 1; number <= Hospitals; number++)
        {
            var reply = await ReplyMail.OfAsync(host, number);
            replies.Add((reply with { To = reply.To.Replace("conference.example", "conference.jp", StringComparison.Ordinal), From = Address(number), Attendee = Address(number), Sequence = Rounds + 1 }).Calendar());
        }

        var watch = Stopwatch.StartNew();
        foreach (var reply in replies)
            await ReplyMail.TakeAsync(host, reply);
        Report.Line("replies processed, each committed, SQLite", $"{Hospitals / watch.Elapsed.TotalSeconds:F0}/s");
        var counted = await host.InAsync(store => store.StandingAnswers.CountAsync(answer => answer.Answer == Answer.Accepted));
        if (counted != Hospitals)
            throw new InvalidOperationException($"{counted} of {Hospitals} replies count.");
    }

    private static string Address(int number) => $"desk{number}@hospital.jp";

    private sealed class MadeMails(List<byte[]> bytes) : IDisposable
    {
        public List<MimeMessage> Messages { get; } = bytes.ConvertAll(mail => MimeMessage.Load(new MemoryStream(mail, writable: false), persistent: true));

        public void Dispose() => Messages.ForEach(message => message.Dispose());
    }
}
