using System.Globalization;
using System.Resources;

namespace Conference.Invitations.Outbound;

/// <summary>The sentences of the mails in one language, from MailText.resx (Japanese) and MailText.en.resx.</summary>
internal sealed class MailText
{
    private static readonly ResourceManager Sentences = new("Conference.Invitations.Outbound.MailText", typeof(MailText).Assembly);
    private static readonly MailText Japanese = new("ja");
    private static readonly MailText English = new("en");
    private static readonly string[] JapaneseDays = ["日", "月", "火", "水", "木", "金", "土"];

    private readonly CultureInfo _culture;

    private MailText(string language)
    {
        Language = language;
        _culture = CultureInfo.GetCultureInfo(language);
    }

    public string Language { get; }

    public string this[string name] => Sentences.GetString(name, _culture) ?? throw new MissingManifestResourceException($"MailText has no '{name}'.");

    public static MailText In(string language) => language == "en" ? English : Japanese;

    public string Say(string name, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[name], values);

    /// <summary>2026年12月10日(木) 17:30; Thu 10 December 2026, 17:30.</summary>
    public string Moment(DateTimeOffset local) => $"{Day(local)}{(Language == "en" ? ", " : " ")}{Clock(local)}";

    /// <summary>2026年12月10日(木) 17:30–18:30, with the zone.</summary>
    public string Span(DateTimeOffset start, DateTimeOffset end, TimeZoneInfo zone) =>
        $"{Moment(start)}–{(end.Date == start.Date ? Clock(end) : Moment(end))} ({ZoneName(zone)})";

    /// <summary>12月10日(木) 17:30; Thu 10 Dec 17:30.</summary>
    public string Short(DateTimeOffset local) => Language == "en"
        ? local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日({JapaneseDays[(int)local.DayOfWeek]}) {Clock(local)}");

    private static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Day(DateTimeOffset local) => Language == "en"
        ? local.ToString("ddd d MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{local.Month}月{local.Day}日({JapaneseDays[(int)local.DayOfWeek]})");

    private string ZoneName(TimeZoneInfo zone) => zone.Id == "Asia/Tokyo" ? (Language == "en" ? "Japan time" : "日本時間") : zone.Id;
}
