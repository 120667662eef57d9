using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>
/// What the product said to people, held against what it wrote down: requests, answers, and the times in the mails that
/// lie at the mail server.
/// </summary>
internal sealed class Promises(Deployment product, Servers servers, SteadyLoad load, Records records)
{
    public async Task ShouldBeKeptAsync()
    {
        await RequestsShouldBeThereOnceAsync();
        await AnswersShouldBeThereAsync();
        await MailsShouldHaveArrivedAsync();
        (await records.NotChasedAsync()).ShouldBeEmpty("hospitals of whom Requests says that they were asked again");
        (await records.MailsAsync("kind = 'Chaser'")).ShouldBePositive("no timer came due under the faults");
    }

    private async Task RequestsShouldBeThereOnceAsync()
    {
        var keys = await records.KeysAsync();
        foreach (var (key, path) in load.Keys)
            keys.GetValueOrDefault(key).ShouldBe(ConferenceIn(path), $"{key} was answered {path}");
        keys.Keys.ShouldBeSubsetOf(load.Asked);
        // One conference a key: a request that was tried again until it was taken made no second one.
        (await records.RequestsAsync()).ShouldBe(keys.Values, ignoreOrder: true);
    }

    private async Task AnswersShouldBeThereAsync()
    {
        var stored = (await records.AnswersAsync()).CountBy(answer => (answer.ConferenceId, answer.HospitalId, answer.Answer.ToUpperInvariant())).ToDictionary();
        foreach (var (answer, times) in load.Answers.CountBy(answer => (ConferenceIn(answer.Path), answer.HospitalId, answer.Answer.ToUpperInvariant())))
            stored.GetValueOrDefault(answer).ShouldBeGreaterThanOrEqualTo(times, $"{answer} was taken");
    }

    private async Task MailsShouldHaveArrivedAsync()
    {
        // Nobody waits for a mail that was in the hands of a killed process longer than its claim lasts.
        await product.UntilAsync(async () => await records.MailsAsync("state = 'Queued'") == 0, "every mail to leave", TimeSpan.FromMinutes(6));
        var sent = await records.SentMailsAsync();
        IReadOnlyList<DeliveredMail> delivered = [];
        await product.UntilAsync(
            async () =>
            {
                delivered = await Mailbox.ReadAsync(servers.Mail!);
                return !sent.Select(mail => mail.MailId).Except(delivered.Select(mail => mail.MailId)).Any();
            },
            "every mail that left to lie at the mail server");

        var arrived = delivered.ToLookup(mail => mail.MailId);
        foreach (var mail in sent)
            arrived[mail.MailId].ShouldAllBe(there => Says(there, mail), $"{mail}");
        await LastTimesShouldBeBookedAsync(delivered);
        // An invitation and the confirmation of its time are of one revision, told apart by their status.
        delivered.Where(mail => mail.Event is not null).GroupBy(mail => (mail.To, mail.Event!.ConferenceId, mail.Event.Sequence, mail.Event.Method, mail.Event.Status))
            .Where(same => same.DistinctBy(mail => mail.MailId).Count() > 1).ShouldBeEmpty("one revision announced by two mails");
    }

    private async Task LastTimesShouldBeBookedAsync(IReadOnlyList<DeliveredMail> delivered)
    {
        var booked = await records.BookedAsync();
        var last = delivered.Where(mail => mail.Event is not null).GroupBy(mail => (mail.To, mail.Event!.ConferenceId))
            .Select(told => told.MaxBy(mail => (mail.Event!.Sequence, mail.Event.Stamp))!).ToList();
        last.ShouldNotBeEmpty();
        foreach (var mail in last.Where(mail => !mail.Event!.Cancels))
        {
            var (id, start) = (mail.Event!.ConferenceId, mail.Event.Start);
            if (booked.GetValueOrDefault(id) != start)
                Assert.Fail($"{mail.To} was told {start} last:\n{await records.StoryAsync(id)}");
        }

        foreach (var path in load.Cancelled)
            last.Where(mail => mail.Event!.ConferenceId == ConferenceIn(path)).ShouldAllBe(mail => mail.Event!.Cancels, path);
    }

    private static bool Says(DeliveredMail there, SentMail mail) =>
        string.Equals(there.To, mail.Address, StringComparison.OrdinalIgnoreCase)
        && (!mail.HasTime || (there.Event is { Cancels: false } told && told.ConferenceId == mail.ConferenceId && told.Sequence == mail.Revision && told.Start == mail.Start))
        && (mail.Kind != "Cancellation" || there.Event is { Cancels: true });

    private static Guid ConferenceIn(string path) => Guid.Parse(path[(path.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
}
