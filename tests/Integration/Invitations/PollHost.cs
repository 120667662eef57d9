using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Invitations.Answers;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Conference.IntegrationTests.Invitations;

/// <summary>What a test asks of the poll of a host.</summary>
internal static class PollHost
{
    /// <summary>A host that has put two times to two of three hospitals.</summary>
    public static async Task<InvitationsHost> AskedAsync(params string[] settings)
    {
        var host = await InvitationsHost.StartAsync(settings);
        for (var number = 1; number <= 3; number++)
            await host.ContactsAsync($"H130{number}", 1, (number, $"h130{number}@a.example"));
        await host.TakeAsync(host.Poll());
        return host;
    }

    public static SendPoll Poll(this InvitationsHost host) => new()
    {
        ConferenceId = host.ConferenceId,
        Revision = 1,
        Brief = new PollBrief
        {
            Number = "2026-0001",
            Kind = ConferenceKind.JointCancerBoard,
            HostHospitalId = "H1301",
            CaseCount = 2,
            Deadline = host.Start.AddDays(-10),
            Candidates = [host.Candidate(0), host.Candidate(1)],
        },
        Hospitals = [.. new[] { "H1302", "H1303" }.Select(id => new InvitedHospital { HospitalId = id, Required = true, Role = ParticipantRole.Presenter })],
    };

    public static PollCandidate Candidate(this InvitationsHost host, int day) => new() { Start = host.Start.AddDays(day), End = host.Start.AddDays(day).AddHours(1) };

    public static GiveVote Vote(this InvitationsHost host, Answer first, Answer second) => new()
    {
        Revision = 1,
        Marks = [new CandidateMark { Start = host.Start, Answer = first }, new CandidateMark { Start = host.Start.AddDays(1), Answer = second }],
    };

    public static async Task<PollForm> VoteAsync(this InvitationsHost host, HttpClient anonymous, int contact, Answer first, Answer second)
    {
        using var given = await anonymous.PostAsJsonAsync(host.PathOf(contact, "votes"), host.Vote(first, second));
        given.StatusCode.ShouldBe(HttpStatusCode.OK, await given.Content.ReadAsStringAsync());
        return (await given.Content.ReadFromJsonAsync<PollForm>())!;
    }

    /// <summary>Where the link of the contact of this number leads.</summary>
    public static string PathOf(this InvitationsHost host, int contact, string what) =>
        $"/api/answers/{host.Services.GetRequiredService<AnswerLinks>().Token(host.ConferenceId, InvitationsHost.ContactId(contact), host.Start.AddDays(1).AddHours(1))}/{what}";

    public static async Task ShouldBeAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(code);
        answer.Dispose();
    }
}
