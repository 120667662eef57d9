using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Portal.Components;
using Conference.Portal.Pages.Requesting;

namespace Conference.Portal.Pages.Series;

/// <summary>How often, as people say it.</summary>
public enum SeriesPattern
{
    Weekly,
    Fortnightly,
    Monthly,
}

/// <summary>The series as it is being filled in: a request whose time is a rule.</summary>
public sealed class SeriesForm
{
    public static readonly string[] HolidayRules = ["skip", "shift_before", "shift_after", "keep"];

    private static readonly string[] RuleDays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public RequestForm Request { get; init; } = new();

    public SeriesPattern Pattern { get; set; } = SeriesPattern.Weekly;

    public Weekday Day { get; set; } = Weekday.Tue;

    /// <summary>Which of the month's days; -1 is the last.</summary>
    public HashSet<int> Nth { get; init; } = [2];

    public TimeOnly Time { get; set; } = new(17, 30);

    public DateOnly From { get; set => field = value.Or(field); }

    public bool ByCount { get; set; }

    public DateOnly Until { get; set => field = value.Or(field); }

    public int Count { get; set; } = 12;

    public string Holidays { get; set; } = "skip";

    public SeriesCommit Commit { get; set; } = SeriesCommit.WhatFits;

    /// <summary>What was chosen for an occurrence that does not fit, by its original start: the number of an alternative, or <see cref="LeftOut"/>.</summary>
    public Dictionary<DateTimeOffset, int> Choices { get; } = [];

    /// <summary>The choice to leave an occurrence out.</summary>
    public const int LeftOut = -1;

    /// <summary>The choice to ask for it as it is, whatever the dry run says.</summary>
    public const int AsItIs = -2;

    /// <summary>What is asked for again, with the pattern to be chosen anew.</summary>
    public static SeriesForm Of(SeriesView series, NetworkTime network)
    {
        ArgumentNullException.ThrowIfNull(series);
        var wall = series.Recurrence.Start;
        return new SeriesForm
        {
            Request = RequestForm.Of(series.Request, network, series.Request.Start ?? series.RequestedAt),
            Day = (Weekday)(((int)wall.DayOfWeek + 6) % 7),
            Time = TimeOnly.FromDateTime(wall),
            Pattern = series.Recurrence.Rrule.Contains("MONTHLY", StringComparison.OrdinalIgnoreCase) ? SeriesPattern.Monthly
                : series.Recurrence.Rrule.Contains("INTERVAL=2", StringComparison.OrdinalIgnoreCase) ? SeriesPattern.Fortnightly
                : SeriesPattern.Weekly,
            Holidays = series.Recurrence.Holidays,
            Commit = series.Commit,
        };
    }

    /// <summary>What the dry run offers is taken by default; what it knows no help for is left out.</summary>
    public void Choose(SeriesDryRun found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Choices.Clear();
        foreach (var occurrence in found.Occurrences.Where(occurrence => occurrence.Explanation is not null))
            Choices[occurrence.OriginalStart] = occurrence.Verdict == OccurrenceVerdict.Alternative ? 0 : LeftOut;
    }

    /// <summary>How many would be asked for.</summary>
    public int Wanted(SeriesDryRun found) =>
        found.Occurrences.Count(occurrence => occurrence.Start is not null && Choices.GetValueOrDefault(occurrence.OriginalStart, AsItIs) != LeftOut);

    /// <summary>Body of <c>POST /api/series</c> and of its dry run.</summary>
    public object ToBody(NetworkTime network, SeriesDryRun? found) => new
    {
        title = Request.Title.Trim(),
        kind = Code.Of(Request.Kind),
        hostHospitalId = Request.HostHospitalId,
        durationMinutes = Request.DurationMinutes,
        participants = Request.Participants.Select(participant => new
        {
            hospitalId = participant.HospitalId, siteId = participant.SiteId, required = participant.Required, role = Code.Of(participant.Role),
        }),
        quorum = new { minimumHospitals = Request.MinimumHospitals, professions = Request.Professions.Select(Code.Of) },
        replyWithinDays = Request.ReplyWithinDays,
        onDeadline = Code.Of(Request.OnDeadline),
        caseCount = Request.CaseCount,
        priority = Request.Priority is { } priority ? Code.Of(priority) : null,
        wait = Request.Wait,
        recurrence = new { start = First.ToDateTime(Time).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), rrule = Rule, holidays = Holidays },
        commit = Code.Of(Commit),
        choices = found?.Occurrences.Select(occurrence => Choice(occurrence, network)).OfType<object>(),
    };

    // Weeks that are left out are counted from the first day, so that has to be one of the rule's.
    private DateOnly First => Pattern == SeriesPattern.Monthly ? From : From.AddDays(((int)Day - (((int)From.DayOfWeek + 6) % 7) + 7) % 7);

    private string Rule
    {
        get
        {
            var day = RuleDays[(int)Day];
            var every = Pattern switch
            {
                SeriesPattern.Weekly => $"FREQ=WEEKLY;BYDAY={day}",
                SeriesPattern.Fortnightly => $"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
                _ => $"FREQ=MONTHLY;BYDAY={string.Join(',', Nth.Order().Select(nth => $"{nth}{day}"))}",
            };
            return ByCount ? $"{every};COUNT={Count}" : string.Create(CultureInfo.InvariantCulture, $"{every};UNTIL={Until:yyyyMMdd}");
        }
    }

    private object? Choice(OccurrencePlan occurrence, NetworkTime network)
    {
        if (occurrence.Start is null || !Choices.TryGetValue(occurrence.OriginalStart, out var choice) || choice == AsItIs)
            // Booking knows closures, and may have moved it where the rule alone would not.
            return occurrence is { Start: { } start } && start != occurrence.OriginalStart ? new { originalStart = Iso(occurrence.OriginalStart, network), start = Iso(start, network) }
                : occurrence.Start is null ? new { originalStart = Iso(occurrence.OriginalStart, network), skip = true }
                : null;
        if (choice == LeftOut)
            return new { originalStart = Iso(occurrence.OriginalStart, network), skip = true };
        var chosen = occurrence.Explanation!.Relaxations[choice];
        return new { originalStart = Iso(occurrence.OriginalStart, network), start = Iso(chosen.Start, network), durationMinutes = chosen.DurationMinutes, makeOptional = chosen.MakeOptional };
    }

    private static string Iso(DateTimeOffset instant, NetworkTime network) => network.ToLocal(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
