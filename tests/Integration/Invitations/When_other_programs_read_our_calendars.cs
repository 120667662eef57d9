using Conference.Contracts.Invitations;
using Conference.Tests.Support.Peers;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>Libraries that we did not write understand the calendars in our mails as we meant them.</summary>
public class When_other_programs_read_our_calendars
{
    [Theory]
    [MemberData(nameof(CalendarPeer.All), MemberType = typeof(CalendarPeer))]
    public Task Should_find_the_same_instants_people_and_words(string peer) => ReadAllAsync(peer);

    [Theory]
    [MemberData(nameof(CalendarPeer.All), MemberType = typeof(CalendarPeer))]
    public Task Should_find_them_in_a_zone_with_summer_time(string peer) => ReadAllAsync(peer, "--Network:TimeZone=Europe/Berlin");

    private static async Task ReadAllAsync(string peer, params string[] settings)
    {
        await using var host = await InvitationsHost.InvitedAsync(settings);
        await host.TakeAsync(new AnnounceConfirmation { ConferenceId = host.ConferenceId, Revision = 1 });
        // Over both changes of the clock of a year.
        await host.InviteAtAsync(2, host.Start.AddMonths(6), "H1301", "H1302");
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 3 });
        await host.UntilSentAsync();

        var mails = (await host.MailsAsync()).ToDictionary(mail => mail.MailId.ToString("N"));
        var files = Directory.GetFiles(host.MailPath, "*.eml");
        files.Length.ShouldBe(mails.Values.Count(mail => mail.State == MailState.Sent));
        foreach (var file in files)
        {
            var mail = mails[Path.GetFileNameWithoutExtension(file)[^32..]];
            using var message = await MimeMessage.LoadAsync(file);
            var understood = (await CalendarPeer.ReadAsync(peer, await CalendarOfAsync(message, file))).ShouldHaveSingleItem();
            understood.Uid.ShouldBe($"{host.ConferenceId}@conference.example");
            understood.Start.ShouldBe(mail.Start);
            understood.End.ShouldBe(mail.End);
            understood.Status.ShouldBe(mail.Kind switch { MailKind.Cancellation => "CANCELLED", MailKind.Confirmation => "CONFIRMED", _ => "TENTATIVE" });
            understood.Attendees.ShouldBe([$"mailto:{mail.Address}"]);
            understood.Summary.ShouldBe("合同キャンサーボード 2026-0001");
            understood.Description.ShouldContain("2026-0001");
            message.TextBody!.ReplaceLineEndings("\n").ShouldContain(understood.Description.ReplaceLineEndings("\n").Trim());
        }
    }

    private static async Task<string> CalendarOfAsync(MimeMessage message, string eml)
    {
        var file = Path.ChangeExtension(eml, ".ics");
        await using var stream = File.Create(file);
        await message.BodyParts.OfType<MimePart>().Single(part => part.FileName == "invite.ics").Content!.DecodeToAsync(stream);
        return file;
    }
}
