using System.Collections.Concurrent;
using Conference.Contracts;
using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>Why a slot ranks where it does. A sentence is put together once for each number in it: they are few, and searches are many.</summary>
internal static class SlotRemarks
{
    private const int KeptAtMost = 10_000;
    private const int ProfessionsNamed = 3;

    private static readonly ConcurrentDictionary<Sentence, Remark> Kept = [];

    public static readonly Remark EarliestDay = Wording.Say("earliest_day", "候補のうち最も早い日です。", "It is the earliest day of those asked for.");

    public static readonly Remark PreferredHours = Wording.Say("preferred_hours", "集まりやすい時間帯です。", "It lies in the preferred hours.");

    public static readonly Remark PreferredDay = Wording.Say("preferred_day", "集まりやすい曜日です。", "It is a preferred day of the week.");

    public static readonly Remark RequestedDay = Wording.Say("requested_day", "希望の曜日です。", "It is a day of the week that you prefer.");

    public static readonly Remark RequestedHours = Wording.Say("requested_hours", "希望の時間帯です。", "It lies in the hours that you prefer.");

    public static readonly Remark RequestedTime = Wording.Say("requested_time", "希望の曜日・時間帯です。", "It is on a day and in the hours that you prefer.");

    private enum Said
    {
        AllRequiredFree,
        OptionalFree,
        BookingsCloseBy,
        BookingsTooClose,
        WellSpaced,
        EveningLoad,
        ShortNotice,
        PortsLeft,
    }

    private readonly record struct Sentence(Said What, int First, int Second, int Third)
    {
        // Looked up several times a suggestion.
        public override int GetHashCode() => ((((((int)What * 397) + First) * 397) + Second) * 397) + Third;
    }

    public static Remark AllRequiredFree(int required) => Say(Said.AllRequiredFree, required, 0);

    public static Remark OptionalFree(int wanted, int taken) => Say(Said.OptionalFree, wanted, taken);

    /// <summary>Who brings them is named, as far as there is room: the first of each.</summary>
    public static Remark Professions(int wanted, IReadOnlyList<(Profession Profession, IReadOnlyList<Seat> By)> brought)
    {
        var named = brought.Take(ProfessionsNamed).ToList();
        var ja = string.Join("、", named.Select(one => $"{ProfessionNames.Ja(one.Profession)}：{Wording.NameJa(one.By[0])}{(one.By.Count > 1 ? $" ほか {one.By.Count - 1} 施設" : "")}"));
        var en = string.Join(", ", named.Select(one => $"{ProfessionNames.En(one.Profession)}: {Wording.NameEn(one.By[0])}{(one.By.Count > 1 ? $" and {one.By.Count - 1} more" : "")}"));
        var (moreJa, moreEn) = brought.Count > named.Count ? ("など", ", ...") : ("", "");
        return Wording.Say(
            "professions_brought",
            $"希望の {wanted} 職種中 {brought.Count} 職種がそろいます{(ja.Length > 0 ? $"（{ja}{moreJa}）" : "")}。",
            $"{brought.Count} of {wanted} professions wanted can be there{(en.Length > 0 ? $" ({en}{moreEn})" : "")}.");
    }

    public static Remark BookingsCloseBy(int crowded, int minutes, int nearest) => Say(Said.BookingsCloseBy, crowded, minutes, nearest);

    public static Remark BookingsTooClose(int crowded, int setup, int nearest) => Say(Said.BookingsTooClose, crowded, setup, nearest);

    public static Remark WellSpaced(int minutes) => Say(Said.WellSpaced, minutes, 0);

    public static Remark EveningLoad(int inWeek, int around) => Say(Said.EveningLoad, inWeek, around);

    public static Remark ShortNotice(int days) => Say(Said.ShortNotice, days, 0);

    public static Remark PortsLeft(int ports) => Say(Said.PortsLeft, ports, 0);

    public static Remark Linked(string main, string linked) =>
        Wording.Say("bridges_linked", $"ブリッジ {main} と {linked} を連結して接続します。", $"The bridges {main} and {linked} are joined by a link.");

    public static Remark ProfessionsMissing(IReadOnlyCollection<Profession> missing)
    {
        var (ja, en) = (string.Join("、", missing.Select(ProfessionNames.Ja)), string.Join(", ", missing.Select(ProfessionNames.En)));
        return Wording.Say("professions_missing", $"この曜日に出席できると登録した施設がない職種：{ja}。", $"No hospital has said that it can bring, on this day of the week: {en}.");
    }

    private static Remark Say(Said what, int first, int second, int third = 0)
    {
        var sentence = new Sentence(what, first, second, third);
        if (Kept.TryGetValue(sentence, out var remark))
            return remark;
        remark = Put(what, first, second, third);
        if (Kept.Count < KeptAtMost)
            Kept.TryAdd(sentence, remark);
        return remark;
    }

    private static Remark Put(Said what, int first, int second, int third) => what switch
    {
        Said.AllRequiredFree => Wording.Say("all_required_free", $"必須の {first} 施設がすべて空いています。", $"All {first} required hospitals are free."),
        Said.OptionalFree => Wording.Say("optional_free", $"任意の {first} 施設中 {second} 施設が参加できます。", $"{second} of {first} optional hospitals can take part."),
        Said.BookingsCloseBy => Wording.Say("bookings_close_by", $"必須施設のうち {first} 施設は前後 {second} 分以内に別の予約があります（間隔は最短 {third} 分）。", $"{first} required hospitals have another booking within {second} minutes of it, the nearest {third} minutes away."),
        Said.BookingsTooClose => Wording.Say("bookings_too_close", $"別の予約との間隔が最短 {third} 分で、準備の {second} 分に足りません（予約の近い必須施設 {first}）。", $"Another booking is {third} minutes away, less than the {second} minutes to set up ({first} required hospitals have one near by)."),
        Said.WellSpaced => Wording.Say("well_spaced", $"必須施設はいずれも、前後 {first} 分に別の予約がありません。", $"No required hospital has another booking within {first} minutes of it."),
        Said.EveningLoad => Wording.Say("evening_load", $"声をかける施設の夜の予約は、ほかにこの週に計 {first} 晩、前後 2 週に計 {second} 晩あります。", $"The hospitals asked give {first} other evenings in that week and {second} in the two weeks before and after, all together."),
        Said.ShortNotice => Wording.Say("short_notice", $"開催まで {first} 日ありません。", $"It is less than {first} days ahead."),
        _ => Wording.Say("ports_left", $"接続ポートは {first} 残ります。", $"{first} bridge ports are left."),
    };
}
