using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Portal.Components;

namespace Conference.Portal.Pages.Requesting;

/// <summary>The request as it is being filled in.</summary>
public sealed class RequestForm
{
    public const int FewestCandidates = 2;
    public const int MostCandidates = 10;

    public ConferenceKind Kind { get; set; } = ConferenceKind.JointCancerBoard;

    public string Title { get; set; } = "";

    public int CaseCount { get; set; }

    public string HostHospitalId { get; set; } = "";

    public List<InvitedChoice> Participants { get; init; } = [];

    public int DurationMinutes { get; set; } = 60;

    /// <summary>Whether the coordinator already knows the time.</summary>
    public bool Fixed { get; set; }

    /// <summary>Whether several times are put to the hospitals.</summary>
    public bool Polled { get; set; }

    /// <summary>The times that were picked for that; empty to take the best of the window.</summary>
    public List<DateTimeOffset> Candidates { get; init; } = [];

    public int Best { get; set; } = 3;

    public DateOnly DeadlineDay { get; set => field = value.Or(field); }

    public TimeOnly DeadlineTime { get; set; } = new(17, 0);

    public bool CloseWhenAllVoted { get; set; } = true;

    public DateOnly FixedDay { get; set => field = value.Or(field); }

    public TimeOnly FixedTime { get; set; } = new(17, 30);

    public DateOnly WindowFrom { get; set => field = value.Or(field); }

    public DateOnly WindowTo { get; set => field = value.Or(field); }

    public TimeOnly HoursFrom { get; set; } = new(17, 0);

    public TimeOnly HoursTo { get; set; } = new(20, 0);

    public HashSet<Weekday> Days { get; init; } = [Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu, Weekday.Fri];

    /// <summary>Those of the days that come first; none for no preference.</summary>
    public HashSet<Weekday> PreferredDays { get; init; } = [];

    /// <summary>Hours that a request preferred which is being changed: the form shows none, and keeps them.</summary>
    public (TimeOnly? From, TimeOnly? To) PreferredHours { get; init; }

    public bool SkipHolidays { get; set; } = true;

    public int ReplyWithinDays { get; set; } = 7;

    public DeadlinePolicy OnDeadline { get; set; } = DeadlinePolicy.ConfirmIfQuorum;

    public int MinimumHospitals { get; set; } = 2;

    public HashSet<Profession> Professions { get; init; } = [];

    /// <summary>Class given by hand; null for that of the kind.</summary>
    public PriorityClass? Priority { get; set; }

    /// <summary>Whether it waits for a slot where there is none.</summary>
    public bool Wait { get; set; } = true;

    /// <summary>The suggestion that was taken; null to leave the choice of the best to the service.</summary>
    public DateTimeOffset? Taken { get; set; }

    /// <summary>What was asked for before, to be changed. Days and times that it leaves open begin at <paramref name="from"/>.</summary>
    public static RequestForm Of(ConferenceRequest request, NetworkTime network, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(network);
        var (start, first) = (network.ToLocal(request.Start ?? from), network.DayOf(request.Start ?? from));
        return new RequestForm
        {
            Kind = request.Kind,
            Title = request.Title,
            CaseCount = request.CaseCount,
            HostHospitalId = request.HostHospitalId,
            Participants = [.. request.Participants.Select(participant => new InvitedChoice(participant.HospitalId) { SiteId = participant.SiteId, Required = participant.Required, Role = participant.Role })],
            DurationMinutes = request.DurationMinutes,
            Fixed = request.Start is not null,
            Polled = request.Poll is not null,
            Candidates = [.. request.Poll?.Candidates ?? []],
            Best = request.Poll is { Best: > 0 } poll ? poll.Best : 3,
            DeadlineDay = network.DayOf(request.Poll?.Deadline ?? from.AddDays(-7)),
            DeadlineTime = TimeOnly.FromDateTime(network.ToLocal(request.Poll?.Deadline ?? network.At(first, new TimeOnly(17, 0))).DateTime),
            CloseWhenAllVoted = request.Poll?.CloseWhenAllVoted ?? true,
            FixedDay = first,
            FixedTime = TimeOnly.FromDateTime(start.DateTime),
            WindowFrom = request.Window?.From ?? first,
            WindowTo = request.Window?.To ?? first.AddDays(21),
            HoursFrom = request.Hours.From,
            HoursTo = request.Hours.To,
            Days = [.. request.Hours.Days],
            PreferredDays = [.. request.Preferred?.Days ?? []],
            PreferredHours = (request.Preferred?.From, request.Preferred?.To),
            SkipHolidays = request.Hours.SkipHolidays,
            ReplyWithinDays = request.ReplyWithinDays,
            OnDeadline = request.OnDeadline,
            MinimumHospitals = request.Quorum.MinimumHospitals,
            Professions = [.. request.Quorum.Professions],
            Priority = request.Priority,
            Wait = request.Wait,
        };
    }

    /// <summary>Takes a smaller wish that can be granted.</summary>
    public void Relax(Relaxation relaxation, NetworkTime network)
    {
        ArgumentNullException.ThrowIfNull(relaxation);
        ArgumentNullException.ThrowIfNull(network);
        DurationMinutes = relaxation.DurationMinutes;
        foreach (var participant in Participants.Where(participant => relaxation.MakeOptional.Contains(participant.HospitalId)))
            participant.Required = false;
        (Fixed, Polled) = (true, false);
        FixedDay = network.DayOf(relaxation.Start);
        FixedTime = TimeOnly.FromDateTime(network.ToLocal(relaxation.Start).DateTime);
    }

    /// <summary>Allows a day of the week, or rules it out: then it is preferred no more.</summary>
    public void Toggle(Weekday day)
    {
        if (!Days.Remove(day))
            Days.Add(day);
        PreferredDays.IntersectWith(Days);
    }

    /// <summary>Puts a time among the candidates, or takes it out again.</summary>
    public void Toggle(DateTimeOffset start)
    {
        if (!Candidates.Remove(start))
            Pick(start);
    }

    public void Pick(DateTimeOffset start)
    {
        if (Candidates.Count < MostCandidates && !Candidates.Contains(start))
            Candidates.Add(start);
    }

    /// <summary>Whether there is enough to look for slots.</summary>
    public bool CanSearch => HostHospitalId.Length > 0 && Participants.Count > 0 && DurationMinutes > 0;

    public IEnumerable<string> HospitalIds => Participants.Select(participant => participant.HospitalId).Prepend(HostHospitalId).Where(id => id.Length > 0);

    /// <summary>The same, in the order in which their time is shown: those without whom it cannot be held come first.</summary>
    public IEnumerable<string> RequiredFirst => Participants.OrderByDescending(participant => participant.Required)
        .Select(participant => participant.HospitalId).Prepend(HostHospitalId).Where(id => id.Length > 0).Distinct();

    public DateTimeOffset? Start(NetworkTime network) => Fixed ? network.At(FixedDay, FixedTime) : Polled ? null : Taken;

    /// <summary>Body of <c>POST /api/slots/search</c>. The suggestion already taken does not narrow the search.</summary>
    public object ToSearch(NetworkTime network) => new
    {
        kind = Code.Of(Kind),
        durationMinutes = DurationMinutes,
        slot = Fixed ? new { start = network.ToLocal(network.At(FixedDay, FixedTime)) } : null,
        window = Window,
        hours = Hours,
        preferred = Preferred,
        hostHospitalId = HostHospitalId,
        participants = Participants.Select(participant => new { hospitalId = participant.HospitalId, required = participant.Required }),
        professions = Professions.Select(Code.Of),
        limit = Polled ? 12 : 6,
    };

    /// <summary>Body of <c>POST /api/conferences</c>, and of an amendment with the revision that was seen.</summary>
    public object ToRequest(NetworkTime network, int? revision = null)
    {
        var start = Start(network);
        return new
        {
            title = Title.Trim(),
            kind = Code.Of(Kind),
            hostHospitalId = HostHospitalId,
            durationMinutes = DurationMinutes,
            slot = start is { } at ? new { start = network.ToLocal(at) } : null,
            window = start is null && !Picked ? Window : null,
            hours = start is null && !Picked ? Hours : null,
            preferred = start is null && !Picked ? Preferred : null,
            poll = Polled ? Poll(network) : null,
            participants = Participants.Select(participant => new
            {
                hospitalId = participant.HospitalId, siteId = participant.SiteId, required = participant.Required, role = Code.Of(participant.Role),
            }),
            quorum = new { minimumHospitals = MinimumHospitals, professions = Professions.Select(Code.Of) },
            replyWithinDays = ReplyWithinDays,
            onDeadline = Code.Of(OnDeadline),
            caseCount = CaseCount,
            priority = Priority is { } priority ? Code.Of(priority) : null,
            wait = Wait,
            revision,
        };
    }

    private bool Picked => Polled && Candidates.Count > 0;

    private object Poll(NetworkTime network) => new
    {
        candidates = Picked ? Candidates.Order().Select(candidate => network.ToLocal(candidate)).ToList() : null,
        best = Picked ? null : (int?)Best,
        deadline = network.ToLocal(network.At(DeadlineDay, DeadlineTime)),
        closeWhenAllVoted = CloseWhenAllVoted,
    };

    private object? Window => Fixed ? null : new { from = WindowFrom, to = WindowTo };

    private object? Hours => Fixed ? null : new
    {
        from = HoursFrom.ToString("HH:mm", CultureInfo.InvariantCulture),
        to = HoursTo.ToString("HH:mm", CultureInfo.InvariantCulture),
        days = Days.Order().Select(Code.Of),
        skipHolidays = SkipHolidays,
    };

    private object? Preferred => Fixed || (PreferredDays.Count == 0 && PreferredHours is (null, null)) ? null : new
    {
        from = PreferredHours.From?.ToString("HH:mm", CultureInfo.InvariantCulture),
        to = PreferredHours.To?.ToString("HH:mm", CultureInfo.InvariantCulture),
        days = PreferredDays.Count == 0 ? null : PreferredDays.Order().Select(Code.Of),
    };
}
