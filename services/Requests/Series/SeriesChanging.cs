using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Requests.Hospitals;
using Conference.Requests.Requesting;

namespace Conference.Requests.Series;

/// <summary>What shall be different, read; applied to the request of one occurrence after the other.</summary>
internal sealed record SeriesChanging(TimeOnly? Time, Weekday? Day, int? Minutes, int? Cases, IReadOnlyList<ConferenceParticipant>? Participants)
{
    public static SeriesChanging Read(ChangeSeriesBody body, string host, IReadOnlyDictionary<string, KnownHospital> known, TimeReading time, FaultList faults)
    {
        if (!body.ChangesAnything)
            faults.Add("", "nothing_to_change", "変更する内容を指定してください。", "Say what shall be different.");
        TimeOnly? start = null;
        if (body.StartTime is not null)
        {
            if (!TimeOnly.TryParseExact(body.StartTime, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) || wall.Ticks % TimeSpan.FromMinutes(5).Ticks != 0)
                faults.Add("startTime", "invalid_time", "開始時刻は 17:30 の形式、5 分単位で指定してください。", "Give the time of day as 17:30, on a multiple of 5 minutes.");
            else
                start = wall;
        }

        return new SeriesChanging(
            start,
            body.Weekday is null ? null : faults.Code<Weekday>("weekday", body.Weekday),
            body.DurationMinutes is null ? null : time.Duration(body.DurationMinutes),
            body.CaseCount is null ? null : faults.Number("caseCount", body.CaseCount, 0, 50, 0, "症例数", "the number of cases"),
            body.Participants is null ? null : new ParticipantReading(faults, known).Participants(body.Participants, host));
    }

    public bool Moves => Time is not null || Day is not null;

    /// <summary>The time of day and the day of its week that it shall have.</summary>
    public DateTime Move(DateTime wall) => new SeriesMove { From = default, Day = Day, Time = Time }.Apply(wall);

    /// <summary>The request as it shall be, with the start that the change gives it; null for no other than it has.</summary>
    public ConferenceRequest Apply(ConferenceRequest request, DateTimeOffset? start) => request with
    {
        Start = start ?? request.Start,
        Window = start is null ? request.Window : null,
        DurationMinutes = Minutes ?? request.DurationMinutes,
        CaseCount = Cases ?? request.CaseCount,
        Participants = Participants ?? request.Participants,
        Quorum = Participants is null ? request.Quorum : request.Quorum with { MinimumHospitals = Math.Min(request.Quorum.MinimumHospitals, Participants.Count + 1) },
    };

    public (string Ja, string En) InWords()
    {
        var ja = new List<string>();
        var en = new List<string>();
        if (Day is { } day)
            Add($"{"月火水木金土日"[(int)day]}曜", Code.Of(day));
        if (Time is { } time)
            Add($"{time:HH\\:mm} 開始", $"{time:HH\\:mm}");
        if (Minutes is { } minutes)
            Add($"{minutes} 分", $"{minutes} minutes");
        if (Participants is { } participants)
            Add($"参加 {participants.Count + 1} 施設", $"{participants.Count + 1} hospitals");
        if (Cases is { } cases)
            Add($"症例 {cases} 件", $"{cases} cases");
        return (string.Join("、", ja), string.Join(", ", en));

        void Add(string japanese, string english)
        {
            ja.Add(japanese);
            en.Add(english);
        }
    }
}
