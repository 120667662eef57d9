using System.Diagnostics;
using System.Globalization;
using Conference.Contracts.Invitations;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>Libraries that we did not write understand the calendars in our mails as we meant them.</summary>
public class When_other_programs_read_our_calendars
{
    [Theory]
    [InlineData("icalendar", "python3-icalendar")]
    [InlineData("vobject", "python3-vobject")]
    public async Task Should_find_the_same_instants_and_people(string library, string package)
    {
        Assert.SkipUnless(Directory.Exists($"/usr/lib/python3/dist-packages/{library}"), $"{package} is not installed: tests/run.sh does");
        await using var host = await When_answers_come_by_mail.InvitedAsync();
        await host.TakeAsync(new AnnounceConfirmation { ConferenceId = host.ConferenceId, Revision = 1 });
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 3 });
        await host.UntilSentAsync();

        var mails = (await host.MailsAsync()).ToDictionary(mail => mail.MailId.ToString("N"));
        var files = Directory.GetFiles(host.MailPath, "*.eml");
        files.Length.ShouldBe(mails.Values.Count(mail => mail.State == MailState.Sent));
        foreach (var file in files)
        {
            var mail = mails[Path.GetFileNameWithoutExtension(file)[^32..]];
            var said = (await ReadAsync(library, await CalendarAsync(file))).Split('|');
            said[0].ShouldBe($"{host.ConferenceId}@conference.example");
            said[1].ShouldBe(Utc(mail.Start));
            said[2].ShouldBe(Utc(mail.End));
            said[3].ShouldBe(mail.Kind switch { MailKind.Cancellation => "CANCELLED", MailKind.Confirmation => "CONFIRMED", _ => "TENTATIVE" });
            said[4].ShouldBe($"mailto:{mail.Address}");
            said[5].ShouldBe("合同キャンサーボード 2026-0001");
        }
    }

    internal static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {await failed}");
        return (await said).Trim();
    }

    private static Task<string> ReadAsync(string library, string file) => RunAsync("/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "Invitations", "Peers", "read.py"), library, file);

    private static async Task<string> CalendarAsync(string eml)
    {
        using var message = await MimeMessage.LoadAsync(eml);
        var file = Path.ChangeExtension(eml, ".ics");
        await using var stream = File.Create(file);
        await message.BodyParts.OfType<MimePart>().Single(part => part.FileName == "invite.ics").Content!.DecodeToAsync(stream);
        return file;
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
