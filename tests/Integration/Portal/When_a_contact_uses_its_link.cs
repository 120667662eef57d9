using System.Globalization;
using System.Net;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.IntegrationTests.Invitations;
using Conference.IntegrationTests.Portal.Access;
using Conference.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Storage;
using Conference.Platform.Messaging;
using Conference.Platform.Time;
using Conference.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal;

/// <summary>The pages behind the link of a mail, posted to as a browser without script and a mail program do.</summary>
public sealed class When_a_contact_uses_its_link : IAsyncLifetime
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600 * 3600) + (20 * 86400));

    private PortalHost _host = null!;
    private HttpClient _program = null!;
    private string _link = "";

    public async ValueTask InitializeAsync()
    {
        _host = await PortalHost.StartAsync(null, [], new InvitationsModule(), new PortalModule());
        _program = _host.NewProgram(null);
        var contact = new HospitalContact { ContactId = InvitationsHost.ContactId(2), Name = "窓口", Email = "desk@a.example", Role = ContactRole.SiteContact };
        await InAsync(store => store.PublishAsync(new HospitalContactsChanged { HospitalId = "H1302", Version = 1, Contacts = [contact] }));
        await InvitationsHost.UntilAsync(() => AnyAsync(store => store.Contacts.AnyAsync()));
        await InAsync(store => store.PublishAsync(new SendInvitations
        {
            ConferenceId = Id,
            Revision = 1,
            Brief = new ConferenceBrief { Number = "2026-0001", Kind = ConferenceKind.JointCancerBoard, HostHospitalId = "H1301", Start = Start, End = Start.AddHours(1), CaseCount = 0, ReplyBy = Start.AddDays(-5) },
            Hospitals = [new InvitedHospital { HospitalId = "H1302", Required = true, Role = ParticipantRole.Presenter }],
        }));
        await InvitationsHost.UntilAsync(() => AnyAsync(store => store.Mails.AnyAsync()));
        _link = $"/rsvp/{_host.Services.GetRequiredService<AnswerLinks>().Token(Id, contact.ContactId, Start.AddHours(1))}";
    }

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Should_be_left_in_peace_at_one_click_of_its_mail_program_which_follows_no_redirect()
    {
        using var clicked = await PostAsync($"{_link}/quiet", ("List-Unsubscribe", "One-Click"));
        clicked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await AnyAsync(store => store.QuietContacts.AnyAsync())).ShouldBeTrue();

        using var pressed = await PostAsync($"{_link}/quiet", ("wanted", "true"));
        pressed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await AnyAsync(store => store.QuietContacts.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_propose_another_time_and_see_that_it_did()
    {
        var wanted = _host.Services.GetRequiredService<NetworkTime>().ToLocal(Start.AddDays(1));
        using var proposed = await PostAsync($"{_link}/propose", ("revision", "1"), ("day", wanted.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("time", wanted.ToString("HH:mm", CultureInfo.InvariantCulture)));
        proposed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await AnyAsync(store => store.Proposals.AnyAsync(one => one.Start == Start.AddDays(1) && one.End == Start.AddDays(1).AddHours(1) && one.HospitalId == "H1302"))).ShouldBeTrue();
        (await _program.GetStringAsync(new Uri(_link, UriKind.Relative))).ShouldContain("id=\"proposed\"");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("2026-02-30", "17:30")]
    [InlineData("9999-12-31", "23:59")]
    [InlineData("2020-01-01", "17:30")]
    public async Task Should_be_told_which_times_can_be_proposed(string day, string time)
    {
        using var refused = await PostAsync($"{_link}/propose", ("revision", "1"), ("day", day), ("time", time));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("<details open");
        (await AnyAsync(store => store.Proposals.AnyAsync())).ShouldBeFalse();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _program.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private async Task InAsync(Func<InvitationsStore, Task> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<InvitationsStore>();
        await work(store);
        await store.SaveChangesAsync();
    }

    private async Task<bool> AnyAsync(Func<InvitationsStore, Task<bool>> question)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<InvitationsStore>());
    }
}
