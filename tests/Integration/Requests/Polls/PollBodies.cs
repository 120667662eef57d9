using System.Globalization;

namespace Conference.IntegrationTests.Requests.Polls;

/// <summary>Bodies that ask for a poll, and the times in them.</summary>
internal static class PollBodies
{
    public static readonly DateTimeOffset First = At(20);
    public static readonly DateTimeOffset Second = At(21);
    public static readonly DateTimeOffset Third = At(22);
    public static readonly DateTimeOffset Deadline = At(5);

    public static Dictionary<string, object> Body(string[]? required = null, string[]? optional = null, DateTimeOffset[]? candidates = null, string policy = "confirm_if_quorum", bool closeWhenAllVoted = true)
    {
        var body = (Dictionary<string, object>)RequestsHost.Body(when: First, required: required, optional: optional, policy: policy);
        body.Remove("slot");
        body["poll"] = new { candidates = (candidates ?? [First, Second, Third]).Select(Text), deadline = Text(Deadline), closeWhenAllVoted };
        return body;
    }

    public static string Text(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(int days) => new DateTimeOffset(RequestsHost.Today.AddDays(days), new TimeOnly(17, 30), TimeSpan.FromHours(9)).ToUniversalTime();
}
