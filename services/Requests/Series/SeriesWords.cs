using Conference.Contracts;
using Conference.Platform.Time.Recurring;

namespace Conference.Requests.Series;

/// <summary>Why an occurrence is not where the rule has it.</summary>
internal static class SeriesWords
{
    public static Remark LeftOut { get; } = Say("left_out", "依頼時に除外した回です。", "It was left out when the series was asked for.");

    public static Remark Chosen { get; } = Say("alternative_chosen", "代わりの日時を選びました。", "Another time was chosen for it.");

    public static Remark? Of(PlannedFate fate) => fate switch
    {
        PlannedFate.Moved => Say("shifted", "祝日・年末年始のため、日を移しました。", "It was moved off a holiday."),
        PlannedFate.Clashes => Say("clashes", "移した先の日に別の回があるため、行いません。", "Left out: another occurrence is on the day that it would move to."),
        PlannedFate.Extra => Say("extra", "追加した回です。", "It was asked for beside the rule."),
        _ => Say("rests", "祝日・年末年始のため、行いません。", "Left out: it falls on a holiday."),
    };

    public static Remark Say(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };
}
