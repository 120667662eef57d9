using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Platform.Time;
using Conference.Portal.Resources;
using Microsoft.Extensions.Localization;

namespace Conference.Portal.Components.Wording;

/// <summary>What codes, times and remarks are called in the reader's language.</summary>
internal sealed partial class Words(IStringLocalizer<Texts> texts, NetworkTime network, TimeProvider time)
{
    private static readonly string[] JapaneseDays = ["日", "月", "火", "水", "木", "金", "土"];

    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public DateOnly Today => network.DayOf(time.GetUtcNow());

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The name of a code: <c>kind.joint_cancer_board</c>.</summary>
    public string Of<TEnum>(TEnum value) where TEnum : struct, Enum => texts[$"{JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(TEnum).Name)}.{Code.Of(value)}"];

    public string State(string state) => texts[$"state.{state}"];

    /// <summary>What a message means, by its type's name; the name itself when it is none of ours.</summary>
    public string Message(string type) => texts[$"message.{type}"] is { ResourceNotFound: false } text ? text : type is "" ? texts["message.unknown"] : type;

    /// <summary>Services name a hospital with its code before it, for machines; people know the name.</summary>
    public static string Of(Remark remark) => CodeBeforeName().Replace(English ? remark.En : remark.Ja, "");

    /// <summary>Sentences that follow one another.</summary>
    public static string Of(IEnumerable<Remark> remarks) => string.Join(English ? " " : "", remarks.Select(Of));

    /// <summary>Who did it, where a name is stored: a token's carries the machine it was made on.</summary>
    public string Who(string name) => name.StartsWith("admin.token", StringComparison.Ordinal) ? texts["who.admin"] : name;

    [GeneratedRegex(@"\bH[0-9]{4} (?=\p{L})")]
    private static partial Regex CodeBeforeName();

    /// <summary>10月1日（木） with the year before it.</summary>
    public static string Date(DateOnly day) => English
        ? day.ToString("ddd, d MMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日（{JapaneseDays[(int)day.DayOfWeek]}）");

    /// <summary>10月1日（木）.</summary>
    public static string ShortDate(DateOnly day) => English
        ? day.ToString("ddd, d MMM", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日（{JapaneseDays[(int)day.DayOfWeek]}）");

    public static string Month(DateOnly day) => English
        ? day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月");

    public static string DayOfWeek(DayOfWeek day) => English ? CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames[(int)day] : JapaneseDays[(int)day];

    public string Date(DateTimeOffset instant) => Date(network.DayOf(instant));

    public string ShortDate(DateTimeOffset instant) => ShortDate(network.DayOf(instant));

    public string Clock(DateTimeOffset instant) => network.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Clocks(DateTimeOffset start, DateTimeOffset end) => $"{Clock(start)}–{Clock(end)}";

    public string Moment(DateTimeOffset instant) => $"{Date(instant)} {Clock(instant)}";

    public string ShortMoment(DateTimeOffset instant) => $"{ShortDate(instant)} {Clock(instant)}";

    public string Of(TimeRange range) => $"{Date(range.Start)} {Clocks(range.Start, range.End)}";

    /// <summary>The value of a <c>datetime</c> attribute.</summary>
    public string Machine(DateTimeOffset instant) => network.ToLocal(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public string Minutes(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => texts["duration.minutes", rest],
        (var hours, 0) => texts["duration.hours", hours],
        var (hours, rest) => texts["duration.both", hours, rest],
    };
}
