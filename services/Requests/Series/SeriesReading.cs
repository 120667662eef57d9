using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;
using Conference.Requests.Hospitals;
using Conference.Requests.Requesting;

namespace Conference.Requests.Series;

/// <summary>One occurrence as it was ordered; without a request it is left out.</summary>
internal sealed record OrderedOccurrence(DateTimeOffset OriginalStart, ConferenceRequest? Request, Remark? Note);

/// <summary>A series that is valid as a whole.</summary>
internal sealed record SeriesOrder(ConferenceRequest Request, SeriesRecurrence Recurrence, SeriesCommit Commit, IReadOnlyList<OrderedOccurrence> Occurrences);

/// <summary>Reads a body into an order, or finds all that is wrong with it.</summary>
internal sealed class SeriesReading(FaultList faults, IReadOnlyDictionary<string, KnownHospital> known, IReadOnlySet<DateOnly> holidays, NetworkTime network, DateTimeOffset now)
{
    private readonly DateOnly _last = network.LastDay(now);
    private readonly TimeReading _time = new(faults, network, now);

    public SeriesOrder? Read(SeriesBody body)
    {
        var commit = faults.Code<SeriesCommit>("commit", body.Commit, SeriesCommit.WhatFits);
        var recurrence = Recurrence(body.Recurrence);
        // Any time that is right stands in for the one that each occurrence will have.
        var request = RequestReading.Read(body.At(new SlotBody(Text(new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(2)))), known, network, now, faults);
        var planned = recurrence?.Plan(_last, day => holidays.Contains(day) || SeriesPlaces.IsNewYear(day)) ?? [];
        var choices = Choices(body.Choices, planned, request);
        if (faults.Any)
            return null;

        var occurrences = planned.Select(one => Order(one, request!, choices.GetValueOrDefault(Instant(one.Original)).Choice)).ToList();
        CheckApart(occurrences, choices);
        if (faults.Any)
            return null;
        if (occurrences.TrueForAll(occurrence => occurrence.Request is null))
        {
            faults.Add("recurrence", "no_occurrence", "開催する回が 1 回もありません。休日の扱いや除外した回を確認してください。", "No occurrence is left to be held. Check the holiday rule and what was left out.");
            return null;
        }

        var first = occurrences.First(occurrence => occurrence.Request is not null).Request!;
        return new SeriesOrder(request! with { Start = first.Start }, Kept(body.Recurrence!, recurrence!), commit, occurrences);
    }

    private Recurrence? Recurrence(RecurrenceBody? body)
    {
        var wrong = new List<Fault>();
        var recurrence = body?.Read("recurrence", network, now, _last, wrong);
        if (body is null)
            faults.Missing("recurrence", "繰り返し", "the recurrence");
        wrong.ForEach(fault => faults.Add(fault.Field, fault.Code, fault.Ja, fault.En));
        return recurrence;
    }

    private Dictionary<DateTimeOffset, (int Index, OccurrenceChoice Choice)> Choices(IReadOnlyList<OccurrenceChoice?>? choices, IReadOnlyList<PlannedTime> planned, ConferenceRequest? request)
    {
        var read = new Dictionary<DateTimeOffset, (int, OccurrenceChoice)>();
        if (choices is { Count: > Platform.Time.Recurring.Recurrence.MostTimes })
            faults.Add("choices", "too_many", "選択が多すぎます。", "There are too many choices.");
        var originals = planned.Select(one => Instant(one.Original)).ToHashSet();
        for (var index = 0; index < choices?.Count && index < Platform.Time.Recurring.Recurrence.MostTimes; index++)
        {
            var (field, choice) = ($"choices[{index}]", choices[index]);
            if (choice is null || !DateTimeOffset.TryParse(choice.OriginalStart, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var original)
                || (planned.Count > 0 && !originals.Contains(original.ToUniversalTime())))
            {
                faults.Add($"{field}.originalStart", "no_such_occurrence", "この日時の回はありません。", "The rule has no occurrence at this time.");
                continue;
            }

            if (choice.Start is not null)
                _ = _time.Start(new SlotBody(choice.Start), $"{field}.start");
            if (choice.DurationMinutes is not null)
                _ = _time.Duration(choice.DurationMinutes, $"{field}.durationMinutes");
            foreach (var hospital in choice.MakeOptional ?? [])
            {
                if (request is not null && !request.Participants.Any(participant => participant.HospitalId == hospital))
                    faults.Add($"{field}.makeOptional", "unknown_hospital", "この施設は参加施設にありません。", "This hospital does not take part.");
            }

            if (!read.TryAdd(original.ToUniversalTime(), (index, choice)))
                faults.Add($"{field}.originalStart", "chosen_twice", "この日時の回は 2 回指定されています。", "This occurrence is chosen for twice.");
        }

        return read;
    }

    private OrderedOccurrence Order(PlannedTime planned, ConferenceRequest request, OccurrenceChoice? choice)
    {
        var original = Instant(planned.Original);
        var start = choice?.Start is { } chosen ? _time.Start(new SlotBody(chosen)) : planned.Wall is { } wall ? Instant(wall) : null;
        if (choice?.Skip == true)
            return new OrderedOccurrence(original, null, SeriesWords.LeftOut);
        // Shifted before the first day, it may have passed.
        if (start is null || start <= now)
            return new OrderedOccurrence(original, null, SeriesWords.Of(planned.Fate));
        var optional = choice?.MakeOptional?.OfType<string>().ToHashSet() ?? [];
        var note = choice?.Start is not null && start != original ? SeriesWords.Chosen
            : planned.Fate is PlannedFate.Moved or PlannedFate.Extra ? SeriesWords.Of(planned.Fate)
            : null;
        return new OrderedOccurrence(original, request with
        {
            Start = start,
            DurationMinutes = choice?.DurationMinutes ?? request.DurationMinutes,
            Participants = [.. request.Participants.Select(participant => optional.Contains(participant.HospitalId) ? participant with { Required = false } : participant)],
        }, note);
    }

    /// <summary>The same hospitals cannot be at two occurrences at once: one of them would never be placed.</summary>
    private void CheckApart(List<OrderedOccurrence> occurrences, Dictionary<DateTimeOffset, (int Index, OccurrenceChoice Choice)> choices)
    {
        var held = occurrences.Where(occurrence => occurrence.Request is not null).OrderBy(occurrence => occurrence.Request!.Start).ToList();
        foreach (var (one, next) in held.Zip(held.Skip(1)))
        {
            var (start, other) = (one.Request!.Start!.Value, next.Request!.Start!.Value);
            if (other >= start.AddMinutes(one.Request.DurationMinutes))
                continue;
            var index = Math.Max(IndexFor(one), IndexFor(next));
            faults.Add(
                index < 0 ? "recurrence.extra" : $"choices[{index}].start",
                "choices_overlap",
                $"{SpokenTime.MomentJa(network.ToLocal(start))} と {SpokenTime.MomentJa(network.ToLocal(other))} の回の時間が重なります。別の日時を選ぶか、どちらかを外してください。",
                $"The occurrences of {SpokenTime.MomentEn(network.ToLocal(start))} and {SpokenTime.MomentEn(network.ToLocal(other))} overlap. Choose another time or leave one out.");
        }

        int IndexFor(OrderedOccurrence occurrence) => choices.TryGetValue(occurrence.OriginalStart, out var read) ? read.Index : -1;
    }

    private DateTimeOffset Instant(DateTime wall) => network.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));

    private static string Text(DateTimeOffset start) => start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static SeriesRecurrence Kept(RecurrenceBody body, Recurrence recurrence)
    {
        var (ja, en) = RuleWords.Of(recurrence);
        return new SeriesRecurrence
        {
            Start = recurrence.Start,
            Rrule = body.Rrule!.Trim(),
            Holidays = body.Holidays ?? "skip",
            Except = recurrence.Except,
            Extra = recurrence.Extra,
            InWords = new Remark { Code = "rule", Ja = ja, En = en },
        };
    }
}
