using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Hospitals;
using Conference.Requests.Polls;

namespace Conference.Requests.Requesting;

/// <summary>Reads a body into a request that is valid as a whole, or finds all that is wrong with it.</summary>
internal static class RequestReading
{
    public const int MaxTitle = 200;

    public static ConferenceRequest? Read(RequestBody body, IReadOnlyDictionary<string, KnownHospital> known, NetworkTime network, DateTimeOffset now, FaultList faults)
    {
        var time = new TimeReading(faults, network, now);
        var who = new ParticipantReading(faults, known);

        var title = Title(body.Title, faults);
        var kind = faults.Code<ConferenceKind>("kind", body.Kind);
        var duration = time.Duration(body.DurationMinutes);
        var (start, window) = body.Poll is null ? time.When(body.Slot, body.Window) : (null, body.Window is { } days ? time.Window(days) : null);
        var poll = new PollReading(faults, time, network, now).Read(body, window, duration);
        var hours = body.Window is null ? new LocalHours() : time.Hours(body.Hours, duration);
        var preferred = time.Preferred(body.Preferred);
        var host = who.Host(body.HostHospitalId);
        var participants = who.Participants(body.Participants, host);
        var quorum = Quorum(body.Quorum, body.Participants?.Count ?? 0, faults);
        var replyWithinDays = faults.Number("replyWithinDays", body.ReplyWithinDays, 1, 60, 7, "回答日数", "the days to answer");
        var policy = faults.Code<DeadlinePolicy>("onDeadline", body.OnDeadline, DeadlinePolicy.ConfirmIfQuorum);
        var cases = faults.Number("caseCount", body.CaseCount, 0, 50, 0, "症例数", "the number of cases");

        var priority = body.Priority is null ? (PriorityClass?)null : faults.Code<PriorityClass>("priority", body.Priority);

        return faults.Any ? null : new ConferenceRequest
        {
            Title = title,
            Kind = kind,
            HostHospitalId = host,
            DurationMinutes = duration!.Value,
            Start = start,
            Window = window,
            Hours = hours,
            Preferred = body.Window is null ? null : preferred,
            Poll = poll,
            Participants = participants,
            Quorum = quorum,
            ReplyWithinDays = replyWithinDays,
            OnDeadline = policy,
            CaseCount = cases,
            Priority = priority,
            Wait = body.Wait ?? true,
        };
    }

    /// <summary>The ids of all hospitals that a body names, to look them up at once.</summary>
    public static IReadOnlyList<string> Named(RequestBody body) => Named(body.Participants, body.HostHospitalId);

    /// <summary>As of a body; what cannot be an id is not looked for, and some stores cannot even be asked for it.</summary>
    public static IReadOnlyList<string> Named(IReadOnlyList<ParticipantBody?>? participants, string? host = null) =>
    [
        .. (participants ?? []).Take(ParticipantReading.MaxParticipants).Select(participant => participant?.HospitalId).Append(host)
            .OfType<string>().Where(id => id.Length <= 20 && !id.Any(char.IsControl)).Distinct(),
    ];

    private static string Title(string? title, FaultList faults)
    {
        var text = title?.Trim() ?? "";
        if (text.Length == 0)
            faults.Missing("title", "会議名", "a title");
        else if (text.Length > MaxTitle)
            faults.Add("title", "title_too_long", $"会議名は {MaxTitle} 文字以内にしてください。", $"The title may have at most {MaxTitle} characters.");
        else if (text.Any(char.IsControl))
            faults.Add("title", "title_unprintable", "会議名に改行などの制御文字は使えません。", "The title must not hold line breaks or other control characters.");
        return text;
    }

    private static Quorum Quorum(QuorumBody? quorum, int participants, FaultList faults)
    {
        if (quorum is null)
            return new Quorum();
        var hospitals = Math.Min(participants, ParticipantReading.MaxParticipants) + 1;
        var minimum = quorum.MinimumHospitals ?? new Quorum().MinimumHospitals;
        if (minimum < 1)
            faults.Add("quorum.minimumHospitals", "out_of_range", "必要な施設数は 1 以上にしてください。", "At least one hospital must take part.");
        else if (minimum > hospitals && participants > 0)
            faults.Add("quorum.minimumHospitals", "quorum_too_large", $"必要な施設数が参加施設数（主催を含め {hospitals}）を超えています。", $"The quorum is larger than the number of hospitals ({hospitals}, the host included).");
        if (quorum.Professions is { Count: > 30 })
            faults.Add("quorum.professions", "too_many", "職種は 30 個以内にしてください。", "Give at most 30 professions.");
        return new Quorum
        {
            MinimumHospitals = minimum,
            Professions = [.. (quorum.Professions ?? []).Take(30).Select((code, i) => faults.Code<Profession>($"quorum.professions[{i}]", code)).Distinct()],
        };
    }
}
