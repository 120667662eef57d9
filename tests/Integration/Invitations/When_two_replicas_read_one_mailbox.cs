using System.Collections.Concurrent;
using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Mailbox;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>One has the turn and the other waits for it: two that move the same mail leave it there twice.</summary>
[Collection(UsesServers.Name)]
public sealed class When_two_replicas_read_one_mailbox(SharedServers servers) : IAsyncDisposable
{
    private const int Mails = 30;

    private readonly Complaints _complaints = new();
    private MailServers _mail = null!;
    private InvitationsHost _host = null!;

    [Fact]
    public async Task Should_take_in_and_move_each_mail_once_without_complaint()
    {
        using var second = await StartAsync();
        await AnswerAsync();
        await InvitationsHost.UntilAsync(async () => await _host.InAsync(store => store.ReceivedMails.CountAsync()) == Mails && await _mail.CountAsync("conference", "INBOX") == 0);
        await second.StopAsync(default);

        (await _mail.CountAsync("conference", "Processed")).ShouldBe(Mails);
        (await _host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(Mails);
        _complaints.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_go_on_with_the_other_when_one_stops()
    {
        using var second = await StartAsync();
        await _host.Services.GetServices<IHostedService>().OfType<MailboxReader>().Single().StopAsync(default);
        await AnswerAsync();
        await InvitationsHost.UntilAsync(async () => await _mail.CountAsync("conference", "INBOX") == 0 && await _mail.CountAsync("conference", "Processed") == Mails);
        await second.StopAsync(default);

        (await _host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(Mails);
        _complaints.Said.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _mail.DisposeAsync();
    }

    private async Task<MailboxReader> StartAsync()
    {
        var place = await servers.NewPlaceAsync();
        _mail = await MailServers.StartAsync();
        _host = await InvitationsHost.StartAsync([.. _mail.Settings, $"--Database:Postgres={place.DatabaseUrl}"]);
        await _host.ContactsAsync("H1301", 1, (1, "h1301@hospital.jp"));
        await _host.ContactsAsync("H1302", 1, (2, "h1302@hospital.jp"));
        await _host.InviteAsync(1, "H1301", "H1302");
        var second = ActivatorUtilities.CreateInstance<MailboxReader>(_host.Services, _complaints);
        await second.StartAsync(default);
        return second;
    }

    private async Task AnswerAsync()
    {
        var invitation = (await _mail.HospitalsAsync(2)).Single(mail => mail.To.Mailboxes.Single().Address == "h1302@hospital.jp");
        var organizer = invitation.From.Mailboxes.Single().Address;
        var reply = new ReplyMail { To = organizer, Uid = $"{_host.ConferenceId}@conference.jp", From = "h1302@hospital.jp", Attendee = "h1302@hospital.jp" };
        for (var mail = 0; mail < Mails; mail++)
            await _mail.SendAsync("h1302@hospital.jp", organizer, reply.Plain("参加"));
    }

    private sealed class Complaints : ILogger<MailboxReader>
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Said.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
