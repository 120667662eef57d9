using System.Globalization;

namespace Conference.Audit.Invariants;

/// <summary>Instants as the audit compares and prints them: in UTC, as logs and stores do.</summary>
internal static class Wording
{
    public static string At(this DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether it is truly later: JSON keeps an instant whole, columns of SQLite to the millisecond.</summary>
    public static bool IsAfter(this DateTimeOffset instant, DateTimeOffset other) => instant - other >= TimeSpan.FromMilliseconds(1);

    public static string Span(DateTimeOffset start, DateTimeOffset end) => $"{start.At()}/{end.At()}";
}
