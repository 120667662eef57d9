using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;

namespace Conference.Requests.Series;

/// <summary>What is said of a series: its rule, and why an occurrence is not where the rule has it.</summary>
internal static class SeriesWords
{
    private const string Days = "月火水木金土日";

    public static Remark LeftOut { get; } = Say("left_out", "依頼時に除外した回です。", "It was left out when the series was asked for.");

    public static Remark Chosen { get; } = Say("alternative_chosen", "代わりの日時を選びました。", "Another time was chosen for it.");

    public static Remark StaysAsOver { get; } = Say("stays_over", "終了・中止・確保中のため、変更できません。", "It is over, called off or still being placed and cannot be changed.");

    public static Remark StaysAsPast { get; } = Say("stays_past", "移した先が過去になるため、今のままにします。", "It would be moved into the past and stays as it is.");

    public static Remark StaysAsChosen { get; } = Say("stays_chosen", "この回だけに決めた日時のため、今のままにします。変えるときはこの回だけを選んでください。", "It has a time of its own and keeps it. To change it, choose this one alone.");

    public static Remark StaysForRest { get; } = Say("stays_rest", "移した先が祝日・年末年始のため、今のままにします。", "It would be moved onto a holiday and stays as it is.");

    public static Remark StaysForOther { get; } = Say("stays_other", "移した先に別の回があるため、今のままにします。", "Another occurrence is at the time that it would be moved to, so it stays as it is.");

    public static Remark? Of(PlannedFate fate) => fate switch
    {
        PlannedFate.Moved => Say("shifted", "祝日・年末年始のため、日を移しました。", "It was moved off a holiday."),
        PlannedFate.Clashes => Say("clashes", "移した先の日に別の回があるため、行いません。", "Left out: another occurrence is on the day that it would move to."),
        PlannedFate.Extra => Say("extra", "追加した回です。", "It was asked for beside the rule."),
        _ => Say("rests", "祝日・年末年始のため、行いません。", "Left out: it falls on a holiday."),
    };

    /// <summary>The rule with one more move, and as people say it then.</summary>
    public static SeriesRecurrence Moved(SeriesRecurrence recurrence, SeriesMove move, bool whole, NetworkTime network)
    {
        var words = move.Day is { } day ? whole ? Whole(recurrence, day, network) : FromThere(recurrence.InWords, move.From, day, network) : recurrence.InWords;
        return recurrence with { Moves = [.. recurrence.Moves, move], InWords = words };
    }

    public static Remark Say(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };

    // What moves within its week is still "every week", but a second Tuesday's Thursday is not always a second Thursday.
    private static Remark Whole(SeriesRecurrence recurrence, Weekday day, NetworkTime network)
    {
        var body = new RecurrenceBody(recurrence.Start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), recurrence.Rrule, recurrence.Holidays, [], []);
        var asked = body.Read("", network, DateTimeOffset.UnixEpoch, DateOnly.FromDateTime(recurrence.Start).AddYears(3), [])!;
        if (asked.Rule is { Frequency: RecurrenceFrequency.Weekly, ByDay.Count: <= 1 })
        {
            var (moved, movedEn) = RuleWords.Of(asked with { Rule = asked.Rule with { ByDay = [new RuleDay(null, Of(day))] } });
            return Say("rule", moved, movedEn);
        }

        var (ja, en) = RuleWords.Of(asked);
        return Say("rule", $"{ja}の週の{Days[(int)day]}曜", $"{en}, on {Of(day)} of that week");
    }

    private static Remark FromThere(Remark words, DateTimeOffset from, Weekday day, NetworkTime network)
    {
        var first = network.DayOf(from);
        return Say("rule", $"{words.Ja}（{first.Year}年{first.Month}月{first.Day}日の週から{Days[(int)day]}曜）", $"{words.En} ({Of(day)} from the week of {first.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} on)");
    }

    private static DayOfWeek Of(Weekday day) => (DayOfWeek)(((int)day + 1) % 7);
}
