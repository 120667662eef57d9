using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Problems;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>Reads a search from its texts, or says everything that is wrong with it.</summary>
internal sealed class SlotSearchReading(NetworkTime time, TimeProvider clock)
{
    private const int LongestWindowDays = 400;
    private const int ParticipantsAtMost = 600;

    public (SlotSearch? Search, IReadOnlyList<Fault> Faults) Read(SlotSearchBody body)
    {
        var faults = new List<Fault>();
        var kind = ConferenceKind.MedicalConference;
        if (body.Kind is not null && !Code.TryParse(body.Kind, out kind))
            faults.Add(new Fault("kind", "unknown_kind", $"種別は次のいずれかです：{string.Join("、", Code.All<ConferenceKind>())}。", $"The kind is one of {string.Join(", ", Code.All<ConferenceKind>())}."));
        if (body.DurationMinutes is not { } minutes || minutes is < 15 or > 600 || minutes % 5 != 0)
            faults.Add(new Fault("durationMinutes", "wrong_duration", "所要時間は 15～600 分、5 分単位で指定してください。", "The duration is from 15 to 600 minutes, in steps of 5."));
        if (body.Limit is < 1 or > 50)
            faults.Add(new Fault("limit", "wrong_limit", "候補数は 1～50 です。", "The limit is from 1 to 50."));
        var notBefore = body.NotBefore is null ? null : ReadInstant(body.NotBefore, "notBefore", faults);
        var (start, window) = ReadWhen(body, faults);
        var hours = ReadHours(body.Hours, faults);
        var preferred = ReadPreferred(body.Preferred, faults);
        var participants = ReadParticipants(body, faults);
        var professions = ReadProfessions(body.Professions ?? [], faults);
        if (faults.Count > 0)
            return (null, faults);

        var criteria = new SlotCriteria
        {
            Kind = kind,
            DurationMinutes = body.DurationMinutes!.Value,
            Start = start,
            Window = window,
            Hours = hours,
            Preferred = window is null ? null : preferred,
            Participants = participants,
            HostHospitalId = body.HostHospitalId is { Length: > 0 } host ? host : null,
            Professions = professions,
            NotBefore = notBefore,
        };
        return (new SlotSearch { Criteria = criteria, Limit = body.Limit ?? 10 }, faults);
    }

    /// <summary>Participants that the network does not know, or knows no more. One without a site or a bridge is no fault: the finder says so and knows what would help.</summary>
    public static IReadOnlyList<Fault> Unknown(SlotSearch search, SlotSearchBody body, NetworkSnapshot network) =>
        [.. search.Criteria.Participants.Select(participant => Unknown(participant, FieldOf(participant.HospitalId, body), network)).OfType<Fault>()];

    public static Fault? Unknown(SlotParticipant participant, string field, NetworkSnapshot network)
    {
        var hospital = network.Hospitals.GetValueOrDefault(participant.HospitalId);
        return hospital is not { Withdrawn: false } && Wording.Absent(participant, hospital) is var why ? new Fault(field, why.Code, why.Ja, why.En) : null;
    }

    private (DateTimeOffset? Start, DateWindow? Window) ReadWhen(SlotSearchBody body, List<Fault> faults)
    {
        if (body.Slot is null == body.Window is null)
        {
            faults.Add(new Fault("window", "window_or_slot", "期間（window）か固定の開始時刻（slot）のどちらか一方を指定してください。", "Give either a window or a fixed slot."));
            return default;
        }

        if (body.Slot is { } slot)
        {
            var start = ReadInstant(slot.Start, "slot.start", faults);
            if (start < clock.GetUtcNow())
                faults.Add(new Fault("slot.start", "start_in_past", "開始時刻が過ぎています。", "The start has passed."));
            else if (start is { } instant && time.DayOf(instant) > time.LastDay(clock.GetUtcNow()))
                faults.Add(PlanningHorizon.TooFarAhead("slot.start"));
            return (start, null);
        }

        var from = ReadDay(body.Window!.From, "window.from", faults);
        var to = ReadDay(body.Window.To, "window.to", faults);
        if (from is not { } first || to is not { } last)
            return default;
        if (last < first)
            faults.Add(new Fault("window.to", "window_reversed", "期間の終わりは始まり以降にしてください。", "The window ends before it begins."));
        else if (last.DayNumber - first.DayNumber > LongestWindowDays)
            faults.Add(new Fault("window.to", "window_too_long", $"期間は {LongestWindowDays} 日以内にしてください。", $"The window is at most {LongestWindowDays} days long."));
        else if (last < time.DayOf(clock.GetUtcNow()))
            faults.Add(new Fault("window.to", "window_in_past", "期間が過ぎています。", "The window has passed."));
        else if (last > time.LastDay(clock.GetUtcNow()))
            faults.Add(PlanningHorizon.TooFarAhead("window.to"));
        return (null, new DateWindow { From = first, To = last });
    }

    private static LocalHours ReadHours(SlotSearchBody.HoursBody? body, List<Fault> faults)
    {
        var hours = new LocalHours();
        if (body is null)
            return hours;

        var from = body.From is null ? hours.From : ReadTime(body.From, "hours.from", faults);
        var to = body.To is null ? hours.To : ReadTime(body.To, "hours.to", faults);
        if (from >= to)
            faults.Add(new Fault("hours.to", "hours_reversed", "時間帯の終わりは始まりより後にしてください。", "The hours must end after they begin."));
        return new LocalHours { From = from ?? hours.From, To = to ?? hours.To, Days = ReadDays(body.Days, "hours.days", faults) ?? hours.Days, SkipHolidays = body.SkipHolidays ?? true };
    }

    private static PreferredTimes? ReadPreferred(SlotSearchBody.PreferredBody? body, List<Fault> faults)
    {
        if (body is null)
            return null;
        if (body is { From: null, To: null, Days: null })
            faults.Add(new Fault("preferred", "preference_empty", "希望する曜日（days）または時間帯（from、to）を指定してください。", "Give preferred days of the week or hours (from, to)."));
        var from = body.From is null ? null : ReadTime(body.From, "preferred.from", faults);
        var to = body.To is null ? null : ReadTime(body.To, "preferred.to", faults);
        if (from >= to)
            faults.Add(new Fault("preferred.to", "hours_reversed", "時間帯の終わりは始まりより後にしてください。", "The hours must end after they begin."));
        return new PreferredTimes { From = from, To = to, Days = ReadDays(body.Days, "preferred.days", faults) ?? [] };
    }

    private static List<Weekday>? ReadDays(IReadOnlyList<string?>? days, string field, List<Fault> faults)
    {
        if (days is null)
            return null;
        if (days.Count == 0)
            faults.Add(new Fault(field, "no_days", "曜日を 1 つ以上指定してください。", "Give at least one day of the week."));
        var read = new List<Weekday>();
        for (var index = 0; index < days.Count; index++)
        {
            if (Code.TryParse<Weekday>(days[index], out var day))
                read.Add(day);
            else
                faults.Add(new Fault($"{field}[{index}]", "unknown_weekday", "曜日は mon、tue、wed、thu、fri、sat、sun のいずれかです。", "A day of the week is one of mon, tue, wed, thu, fri, sat, sun."));
        }

        return read;
    }

    private static List<Profession> ReadProfessions(IReadOnlyList<string?> professions, List<Fault> faults)
    {
        var read = new List<Profession>();
        for (var index = 0; index < professions.Count; index++)
        {
            if (Code.TryParse<Profession>(professions[index], out var profession))
                read.Add(profession);
            else
                faults.Add(new Fault($"professions[{index}]", "unknown_profession", $"職種は次のいずれかです：{string.Join("、", Code.All<Profession>())}。", $"A profession is one of {string.Join(", ", Code.All<Profession>())}."));
        }

        return read;
    }

    private static List<SlotParticipant> ReadParticipants(SlotSearchBody body, List<Fault> faults)
    {
        var read = new List<SlotParticipant>();
        if (body.HostHospitalId is { Length: > 0 } host)
            read.Add(new SlotParticipant { HospitalId = host, Required = true });
        var given = body.Participants ?? [];
        if (given.Count + read.Count is 0 or > ParticipantsAtMost)
            faults.Add(new Fault("participants", "wrong_participants", $"参加施設を 1～{ParticipantsAtMost} 件指定してください。", $"Give 1 to {ParticipantsAtMost} participants."));
        for (var index = 0; index < given.Count && index < ParticipantsAtMost; index++)
        {
            var field = $"participants[{index}].hospitalId";
            if (given[index] is not { HospitalId: { Length: > 0 and <= 20 } id })
                faults.Add(new Fault(field, "hospital_missing", "施設コードを指定してください。", "Give the hospital's code."));
            else if (given.Take(index).Any(other => other?.HospitalId == id))
                faults.Add(new Fault(field, "duplicate_participant", $"{id} が重複しています。", $"{id} is given twice."));
            else if (id != body.HostHospitalId)
                read.Add(new SlotParticipant { HospitalId = id, Required = given[index]!.Required ?? true, SiteId = given[index]!.SiteId });
            else if (given[index]!.SiteId is { } site)
                read[0] = read[0] with { SiteId = site };
        }

        return read;
    }

    private static DateTimeOffset? ReadInstant(string? text, string field, List<Fault> faults)
    {
        // An offset is asked for: a time without one would be read in the server's own zone.
        if (text is { Length: > 10 } && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return instant.ToUniversalTime();
        faults.Add(new Fault(field, "wrong_time", "時刻は 2026-12-10T17:30:00+09:00 の形式で指定してください。", "Give the time as 2026-12-10T17:30:00+09:00."));
        return null;
    }

    public static DateOnly? ReadDay(string? text, string field, List<Fault> faults)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200)
            return day;
        faults.Add(new Fault(field, "wrong_date", "日付は 2026-12-07 の形式で指定してください。", "Give the date as 2026-12-07."));
        return null;
    }

    private static TimeOnly? ReadTime(string text, string field, List<Fault> faults)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return read;
        faults.Add(new Fault(field, "wrong_hour", "時刻は 17:00 の形式で指定してください。", "Give the time as 17:00."));
        return null;
    }

    private static string FieldOf(string hospitalId, SlotSearchBody body)
    {
        var index = body.Participants?.ToList().FindIndex(participant => participant?.HospitalId == hospitalId) ?? -1;
        return index < 0 ? "hostHospitalId" : $"participants[{index}].hospitalId";
    }
}
