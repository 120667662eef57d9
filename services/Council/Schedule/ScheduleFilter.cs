using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Platform.Time;

namespace Conference.Council.Schedule;

/// <summary>What is asked of the schedule: conferences that start within [From, To).</summary>
internal sealed record ScheduleFilter(
    DateTimeOffset From, DateTimeOffset To, string? Prefecture, string? Hospital, ConferenceKind? Kind, string? State, Paging Paging)
{
    private const int MaximumDays = 400;

    /// <summary>Reads the query; what is wrong with it is added to <paramref name="faults"/>.</summary>
    public static ScheduleFilter Read(ScheduleQuery query, NetworkTime network, DateTimeOffset now, ICollection<Fault> faults)
    {
        var today = network.DayOf(now);
        var from = Moment.Read("from", query.From, network, 0, faults) ?? network.StartOf(today.AddDays(1 - today.Day));
        var to = Moment.Read("to", query.To, network, 1, faults) ?? MonthAfter(from, network);
        Check(from, to, faults);
        return new ScheduleFilter(
            from, to,
            PrefectureCode.Read("prefecture", query.Prefecture, faults),
            string.IsNullOrEmpty(query.Hospital) ? null : query.Hospital,
            ReadKind(query.Kind, faults),
            ReadState(query.State, faults),
            Paging.Read(query.Page, query.PageSize, faults));
    }

    private static DateTimeOffset MonthAfter(DateTimeOffset from, NetworkTime network)
    {
        var local = network.ToLocal(from);
        var lastDay = DateOnly.MaxValue.AddMonths(-1);
        var day = DateOnly.FromDateTime(local.DateTime);
        return day > lastDay ? from : network.At(day.AddMonths(1), TimeOnly.FromDateTime(local.DateTime));
    }

    private static void Check(DateTimeOffset from, DateTimeOffset to, ICollection<Fault> faults)
    {
        if (faults.Count > 0)
            return;
        if (to <= from)
            faults.Add(new Fault("to", "range_reversed", "終了日は開始日以後にしてください。", "to must not be before from."));
        else if (to - from > TimeSpan.FromDays(MaximumDays))
            faults.Add(new Fault("to", "range_too_long", $"期間は {MaximumDays} 日以内にしてください。", $"The range must not be longer than {MaximumDays} days."));
    }

    private static ConferenceKind? ReadKind(string? code, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(code))
            return null;
        if (Code.TryParse<ConferenceKind>(code, out var kind))
            return kind;
        var codes = string.Join(", ", Code.All<ConferenceKind>());
        faults.Add(new Fault("kind", "unknown_kind", $"種別は次のいずれかで指定してください: {codes}", $"kind must be one of: {codes}"));
        return null;
    }

    private static string? ReadState(string? name, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(name) || ConferenceStates.All.Contains(name))
            return string.IsNullOrEmpty(name) ? null : name;
        var names = string.Join(", ", ConferenceStates.All);
        faults.Add(new Fault("state", "unknown_state", $"状態は次のいずれかで指定してください: {names}", $"state must be one of: {names}"));
        return null;
    }
}
