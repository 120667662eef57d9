using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Booking;

/// <summary>The rank of a slot, reckoned for every start that works, each by itself, and sorted: what the finder must come to without doing so.</summary>
internal sealed class PlainRanking(Search search, Oracle oracle)
{
    private readonly SlotCriteria _criteria = search.Criteria;
    private readonly RankingOptions _weights = search.Rules.Ranking;

    /// <summary>Starts and scores, best first, those left out that overlap a better one.</summary>
    public IReadOnlyList<(DateTimeOffset Start, int Score)> Best(int limit)
    {
        var length = TimeSpan.FromMinutes(_criteria.DurationMinutes);
        var chosen = new List<(DateTimeOffset Start, int Score)>();
        foreach (var rated in oracle.Feasible().Select(start => (Start: start, Score: Score(start))).OrderByDescending(rated => rated.Score).ThenBy(rated => rated.Start))
        {
            if (chosen.Count < limit && chosen.TrueForAll(better => (better.Start - rated.Start).Duration() >= length))
                chosen.Add(rated);
        }

        return chosen;
    }

    private int Score(DateTimeOffset start)
    {
        var (time, day, end) = (search.Rules.Time, search.Rules.Time.DayOf(start), start.AddMinutes(_criteria.DurationMinutes));
        var known = _criteria.Participants.Where(participant => search.Network.Hospitals.ContainsKey(participant.HospitalId) && oracle.IsReached(participant.HospitalId)).ToList();
        var optional = known.Count(participant => !participant.Required);
        var best = oracle.Best(start)!;
        var score = optional == 0 ? _weights.OptionalHospitals : _weights.OptionalHospitals * best.Optional.Count / optional;
        score += Professions(known.Where(participant => participant.Required || best.Optional.Contains(participant.HospitalId)), day);
        score += _weights.Earliness * (Span() - (day.DayNumber - First(day).DayNumber)) / Span();
        score += start >= time.At(day, _weights.PreferredFrom) && end <= time.At(day, _weights.PreferredTo) ? _weights.PreferredHours : 0;
        score += RoundStart((int)(start - time.StartOf(day)).TotalMinutes);
        score += best.Ports > 0 ? _weights.PortsLeft * best.Left / best.Ports : 0;
        score -= _weights.Spacing * known.Count(participant => IsCrowded(participant.HospitalId, start, end)) / Math.Max(known.Count, 1);
        score -= start < search.Network.Now.AddDays(_weights.LeadTimeDays) ? _weights.LeadTime : 0;
        if (start >= time.At(day, _weights.EveningFrom))
            score -= _weights.EveningLoad * known.Sum(participant => Math.Min(Evenings(participant.HospitalId, day) * Evenings(participant.HospitalId, day), 25)) / (25 * Math.Max(known.Count, 1));
        return score;
    }

    private int Professions(IEnumerable<SlotParticipant> taking, DateOnly day)
    {
        var wanted = _criteria.Professions.Distinct().ToList();
        var weekday = (Weekday)(((int)day.DayOfWeek + 6) % 7);
        var brought = taking.SelectMany(participant => search.Network.Hospitals[participant.HospitalId].Professions).Where(one => one.Days.Contains(weekday)).Select(one => one.Profession);
        return wanted.Count == 0 ? 0 : _weights.Professions * brought.Intersect(wanted).Count() / wanted.Count;
    }

    private bool IsCrowded(string hospitalId, DateTimeOffset start, DateTimeOffset end)
    {
        var spacing = TimeSpan.FromMinutes(_weights.SpacingMinutes);
        // The finder sees steps: a booking that touches one takes all of it.
        return Booked(hospitalId).Any(booked => Floor(booked.Start) < end + spacing && Ceiling(booked.End) > start - spacing);
    }

    private int Evenings(string hospitalId, DateOnly day) => Booked(hospitalId)
        .Select(booked => search.Rules.Time.ToLocal(booked.Start).DateTime)
        .Where(local => TimeOnly.FromDateTime(local) >= _weights.EveningFrom && DateOnly.FromDateTime(local).DayNumber / 7 == day.DayNumber / 7)
        .Select(DateOnly.FromDateTime).Distinct().Count();

    private IReadOnlyList<TimeRange> Booked(string hospitalId) => search.Network.Sites[search.Network.Hospitals[hospitalId].Sites[0].SiteId].Booked;

    private DateTimeOffset Floor(DateTimeOffset instant) => instant.AddTicks(-Modulo(instant));

    private DateTimeOffset Ceiling(DateTimeOffset instant) => Modulo(instant) == 0 ? instant : Floor(instant).AddMinutes(5);

    private long Modulo(DateTimeOffset instant)
    {
        var anchor = _criteria.Start ?? search.Rules.Time.StartOf(_criteria.Window!.From);
        var step = TimeSpan.FromMinutes(5).Ticks;
        return (((instant.UtcTicks - anchor.UtcTicks) % step) + step) % step;
    }

    private int Span() => _criteria.Window is { } window ? window.To.DayNumber - window.From.DayNumber + 1 : 1;

    private DateOnly First(DateOnly day) => _criteria.Window?.From ?? day;

    private int RoundStart(int minutes) => minutes % 30 == 0 ? _weights.RoundStart : minutes % 15 == 0 ? _weights.RoundStart / 2 : 0;
}
