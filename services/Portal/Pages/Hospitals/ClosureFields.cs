using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Platform.Time;
using Conference.Portal.Components;

namespace Conference.Portal.Pages.Hospitals;

/// <summary>A site's closures as the form holds them; the last row of each kind is empty, for a new one.</summary>
internal sealed class ClosureFields
{
    private const string Wall = "yyyy-MM-dd'T'HH:mm";

    public bool ClosedOnHolidays { get; set; }

    public List<Row> Weekly { get; set; } = [];

    public List<Row> Once { get; set; } = [];

    public static ClosureFields Of(SiteView? site, NetworkTime network) => new()
    {
        ClosedOnHolidays = site?.ClosedOnHolidays ?? false,
        Weekly = [.. (site?.Weekly ?? []).Select(weekly => new Row { Day = Code.Of(weekly.Day), From = Text(weekly.From), To = Text(weekly.To), Reason = weekly.Reason }), new Row()],
        Once = [.. (site?.Closures ?? []).Select(once => new Row { From = Local(once.From, network), To = Local(once.To, network), Reason = once.Reason }), new Row()],
    };

    public ClosuresEntry ToEntry(NetworkTime network) => new()
    {
        ClosedOnHolidays = ClosedOnHolidays,
        Weekly = [.. Weekly.Where(row => !string.IsNullOrEmpty(row.Day)).Select(row => new WeeklyClosureEntry { Day = row.Day, From = Time(row.From), To = Time(row.To), Reason = row.Reason })],
        Closures = [.. Once.Where(row => !string.IsNullOrEmpty(row.From) || !string.IsNullOrEmpty(row.To)).Select(row => new ClosureEntry { From = Instant(row.From, network), To = Instant(row.To, network), Reason = row.Reason })],
    };

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Local(DateTimeOffset instant, NetworkTime network) => network.ToLocal(instant).ToString(Wall, CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static DateTimeOffset? Instant(string? text, NetworkTime network) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, out var wall) ? network.InstantOf(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : null;

    /// <summary>One closure.</summary>
    internal sealed class Row
    {
        public string? Day { get; set; }

        public string? From { get; set; }

        public string? To { get; set; }

        public string? Reason { get; set; }
    }
}
