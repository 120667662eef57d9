using System.Runtime.CompilerServices;
using System.Text;
using Conference.Invitations.Outbound;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>
/// Every sort of mail in both languages against the files beside this one. To accept a change, run once with
/// CONFERENCE_WRITE_GOLDEN=1 and read the difference.
/// </summary>
public class MailGoldenTests
{
    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var name in new[] { "invitation", "update", "confirmation", "cancellation", "taken_back", "chaser", "reminder", "unnamed", "poll", "poll_again", "poll_chaser", "poll_end", "poll_given_up", "decided", "decided_maybe", "proposal_declined", "old_time_held" })
        {
            all.Add(name, "ja");
            all.Add(name, "en");
        }

        return all;
    }

    [Theory, MemberData(nameof(All))]
    public void Compose_EachSort_IsTheGoldenFile(string name, string language)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language));
        ShouldBeGolden($"{name}.{language}.eml", message.ToBytes());
        ShouldBeGolden($"{name}.{language}.txt", Encoding.UTF8.GetBytes(message.TextBody!.ReplaceLineEndings("\n")));
        if (message.BodyParts.OfType<MimePart>().FirstOrDefault(part => part.FileName == "invite.ics") is { } ics)
            ShouldBeGolden($"{name}.{language}.ics", Bytes(ics));
    }

    [Theory, MemberData(nameof(All))]
    public void Compose_Twice_IsTheSameMail(string name, string language)
    {
        using var first = Specimen.Composer().Compose(Specimen.Mail(name, language));
        using var second = Specimen.Composer().Compose(Specimen.Mail(name, language));
        second.ToBytes().ShouldBe(first.ToBytes());
    }

    internal static byte[] Bytes(MimePart part)
    {
        using var stream = new MemoryStream();
        part.Content!.DecodeTo(stream);
        return stream.ToArray();
    }

    private static void ShouldBeGolden(string name, byte[] bytes, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("CONFERENCE_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        bytes.ShouldBe(File.ReadAllBytes(file), name);
    }
}
