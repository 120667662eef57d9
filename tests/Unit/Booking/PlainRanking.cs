using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Booking;

/// <summary>The rank of a slot, reckoned for every start that works, each by itself, and sorted: what the finder must come to without doing so.</summary>
internal sealed class PlainRanking
{
    private const int StepMinutes = 5;

    private readonly Search _search;
    private readonly Oracle _oracle;
    private readonly SlotCriteria _criteria;
    private readonly RankingOptions _weights;
    private readonly List<SlotParticipant> _known;
    private readonly List<SlotParticipant> _required;

    public PlainRanking(Search search, Oracle oracle)
    {
        (_search, _oracle, _criteria, _weights) = (search, oracle, search.Criteria, search.Rules.Ranking);
        _known = [.. _criteria.Participants.Where(participant => oracle.IsBookable(participant.HospitalId))];
        _required = _known.FindAll(participant => participant.Required);
    }

    /// <summary>Starts and scores, best first, those left out that overlap a better one.</summary>
    public IReadOnlyList<(DateTimeOffset Start, int Score)> Best(int limit)
    {
        var length = TimeSpan.FromMinutes(_criteria.DurationMinutes);
        var chosen = new List<(DateTimeOffset Start, int Score)>();
        foreach (var rated in _oracle.Feasible().Select(start => (Start: start, Score: Score(start))).OrderByDescending(rated => rated.Score).ThenBy(rated => rated.Start))
        {
            if (chosen.Count < limit && chosen.TrueForAll(better => (better.Start - rated.Start).Duration() >= length))
                chosen.Add(rated);
        }

        return chosen;
    }

    private int Score(DateTimeOffset start)
    {
        var (clock, day, end) = (_oracle.Clock, _oracle.Clock.DayOf(start), start.AddMinutes(_criteria.DurationMinutes));
        var optional = _known.Count - _required.Count;
        var best = _oracle.Best(start)!;
        var score = optional == 0 ? _weights.OptionalHospitals : _weights.OptionalHospitals * best.Optional.Count / optional;
        score += Professions(_known.Where(participant => participant.Required || best.Optional.Contains(participant.HospitalId)), day);
        score += _weights.Earliness * (Span() - (day.DayNumber - First(day).DayNumber)) / Span();
        score += Preferences(day, start, end);
        score += RoundStart((int)(start - clock.StartOf(day)).TotalMinutes);
        score += best.Ports > 0 ? _weights.PortsLeft * best.Left / best.Ports : 0;
        score -= Spacing(start, end);
        score -= start < _search.Network.Now.AddDays(_weights.LeadTimeDays) ? _weights.LeadTime : 0;
        score -= start >= clock.At(day, _weights.EveningFrom) ? Evenings(day) : 0;
        return score;
    }

    private int Professions(IEnumerable<SlotParticipant> taking, DateOnly day)
    {
        var wanted = _criteria.Professions.Distinct().ToList();
        var brought = taking.SelectMany(participant => _search.Network.Hospitals[participant.HospitalId].Professions).Where(one => one.Days.Contains(WallClock.WeekdayOf(day))).Select(one => one.Profession);
        return wanted.Count == 0 ? 0 : _weights.Professions * brought.Intersect(wanted).Count() / wanted.Count;
    }

    private int Preferences(DateOnly day, DateTimeOffset start, DateTimeOffset end)
    {
        var (weekday, requested) = (WallClock.WeekdayOf(day), _criteria.Preferred ?? new PreferredTimes());
        var points = _weights.PreferredWeekdays.Contains(weekday) ? _weights.PreferredDays : 0;
        points += IsWithin(_weights.PreferredFrom, _weights.PreferredTo) ? _weights.PreferredHours : 0;
        points += requested.Days.Contains(weekday) ? _weights.RequestedDays : 0;
        points += (requested.From ?? requested.To) is not null && IsWithin(requested.From, requested.To) ? _weights.RequestedHours : 0;
        return points;

        bool IsWithin(TimeOnly? from, TimeOnly? to) =>
            (from is not { } earliest || start >= _oracle.Clock.At(day, earliest)) && (to is not { } latest || end <= _oracle.Clock.At(day, latest));
    }

    /// <summary>All of it for a gap that is no longer than the setup time, none from the spacing on, and evenly between.</summary>
    private int Spacing(DateTimeOffset start, DateTimeOffset end)
    {
        var far = (_weights.SpacingMinutes + StepMinutes - 1) / StepMinutes;
        var near = Math.Min(_search.Rules.Booking.SetupMinutes / StepMinutes, far - 1);
        var sum = _required.Sum(participant => Math.Max(far - Math.Max(Gap(participant.HospitalId, start, end), near), 0));
        return _weights.Spacing * sum / ((far - near) * Math.Max(_required.Count, 1));
    }

    // The finder sees steps: a booking that touches one takes all of it.
    private int Gap(string hospitalId, DateTimeOffset start, DateTimeOffset end) => Booked(hospitalId)
        .Select(booked => booked.Start >= end ? Floor(booked.Start) - end : start - Ceiling(booked.End))
        .Select(gap => (int)(gap / TimeSpan.FromMinutes(StepMinutes))).Append(int.MaxValue).Min();

    /// <summary>By the square, in the day's own week and in the two before and after it.</summary>
    private int Evenings(DateOnly day)
    {
        var week = day.DayNumber / 7;
        var (own, around) = (0, 0);
        foreach (var participant in _known)
        {
            var evenings = EveningsOf(participant.HospitalId);
            var (inWeek, near) = (evenings.Count(evening => evening / 7 == week), evenings.Count(evening => evening / 7 != week && Math.Abs((evening / 7) - week) <= 2));
            (own, around) = (own + Math.Min(inWeek * inWeek, 25), around + Math.Min(near * near, 100));
        }

        return (_weights.EveningLoad * own / (25 * _known.Count)) + (_weights.EveningSpread * around / (100 * _known.Count));
    }

    private List<int> EveningsOf(string hospitalId) => [.. Booked(hospitalId)
        .Select(booked => _oracle.Clock.Of(booked.Start))
        .Where(wall => TimeOnly.FromDateTime(wall) >= _weights.EveningFrom)
        .Select(wall => DateOnly.FromDateTime(wall).DayNumber).Distinct()];

    private IReadOnlyList<TimeRange> Booked(string hospitalId) => _search.Network.Sites[_oracle.SiteOf(hospitalId)!.SiteId].Booked;

    private DateTimeOffset Floor(DateTimeOffset instant) => instant.AddTicks(-Modulo(instant));

    private DateTimeOffset Ceiling(DateTimeOffset instant) => Modulo(instant) == 0 ? instant : Floor(instant).AddMinutes(5);

    private long Modulo(DateTimeOffset instant)
    {
        var anchor = _criteria.Start ?? _oracle.Clock.StartOf(_criteria.Window!.From);
        var step = TimeSpan.FromMinutes(5).Ticks;
        return (((instant.UtcTicks - anchor.UtcTicks) % step) + step) % step;
    }

    private int Span() => _criteria.Window is { } window ? window.To.DayNumber - window.From.DayNumber + 1 : 1;

    private DateOnly First(DateOnly day) => _criteria.Window?.From ?? day;

    private int RoundStart(int minutes) => minutes % 30 == 0 ? _weights.RoundStart : minutes % 15 == 0 ? _weights.RoundStart / 2 : 0;
}
