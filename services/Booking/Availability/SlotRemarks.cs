using System.Collections.Concurrent;
using Conference.Contracts;
using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>Why a slot ranks where it does. A sentence is put together once for each number in it: they are few, and searches are many.</summary>
internal static class SlotRemarks
{
    private const int KeptAtMost = 10_000;

    private static readonly ConcurrentDictionary<(Said What, int First, int Second), Remark> Kept = [];

    public static readonly Remark EarliestDay = Wording.Say("earliest_day", "候補のうち最も早い日です。", "It is the earliest day of those asked for.");

    public static readonly Remark PreferredHours = Wording.Say("preferred_hours", "集まりやすい時間帯です。", "It lies in the preferred hours.");

    private enum Said
    {
        AllRequiredFree,
        OptionalFree,
        Professions,
        BookingsCloseBy,
        WellSpaced,
        EveningLoad,
        ShortNotice,
        PortsLeft,
    }

    public static Remark AllRequiredFree(int required) => Say(Said.AllRequiredFree, required, 0);

    public static Remark OptionalFree(int wanted, int taken) => Say(Said.OptionalFree, wanted, taken);

    public static Remark Professions(int wanted, int brought) => Say(Said.Professions, wanted, brought);

    public static Remark BookingsCloseBy(int crowded, int minutes) => Say(Said.BookingsCloseBy, crowded, minutes);

    public static Remark WellSpaced(int minutes) => Say(Said.WellSpaced, minutes, 0);

    public static Remark EveningLoad(int evenings) => Say(Said.EveningLoad, evenings, 0);

    public static Remark ShortNotice(int days) => Say(Said.ShortNotice, days, 0);

    public static Remark PortsLeft(int ports) => Say(Said.PortsLeft, ports, 0);

    public static Remark Linked(string main, string linked) =>
        Wording.Say("bridges_linked", $"ブリッジ {main} と {linked} を連結して接続します。", $"The bridges {main} and {linked} are joined by a link.");

    public static Remark ProfessionsMissing(IReadOnlyCollection<Profession> missing)
    {
        var (ja, en) = (string.Join("、", missing.Select(ProfessionNames.Ja)), string.Join(", ", missing.Select(ProfessionNames.En)));
        return Wording.Say("professions_missing", $"この曜日に出席できると登録した施設がない職種：{ja}。", $"No hospital has said that it can bring, on this day of the week: {en}.");
    }

    private static Remark Say(Said what, int first, int second)
    {
        if (Kept.TryGetValue((what, first, second), out var remark))
            return remark;
        remark = Put(what, first, second);
        if (Kept.Count < KeptAtMost)
            Kept.TryAdd((what, first, second), remark);
        return remark;
    }

    private static Remark Put(Said what, int first, int second) => what switch
    {
        Said.AllRequiredFree => Wording.Say("all_required_free", $"必須の {first} 施設がすべて空いています。", $"All {first} required hospitals are free."),
        Said.OptionalFree => Wording.Say("optional_free", $"任意の {first} 施設中 {second} 施設が参加できます。", $"{second} of {first} optional hospitals can take part."),
        Said.Professions => Wording.Say("professions_brought", $"希望の {first} 職種中 {second} 職種がそろいます。", $"{second} of {first} professions wanted can be there."),
        Said.BookingsCloseBy => Wording.Say("bookings_close_by", $"{first} 施設は前後 {second} 分以内に別の予約があります。", $"{first} hospitals have another booking within {second} minutes of it."),
        Said.WellSpaced => Wording.Say("well_spaced", $"前後 {first} 分に別の予約のある施設はありません。", $"No hospital has another booking within {first} minutes of it."),
        Said.EveningLoad => Wording.Say("evening_load", $"この週の夜、参加施設にはほかに計 {first} 晩の予約があります。", $"The hospitals give {first} other evenings in that week, all together."),
        Said.ShortNotice => Wording.Say("short_notice", $"開催まで {first} 日ありません。", $"It is less than {first} days ahead."),
        _ => Wording.Say("ports_left", $"接続ポートは {first} 残ります。", $"{first} bridge ports are left."),
    };
}
