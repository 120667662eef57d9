using System.Globalization;

namespace Conference.Audit.Invariants;

/// <summary>Instants as the audit prints them: UTC, so that they compare with logs and stores.</summary>
internal static class Wording
{
    public static string At(this DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Span(DateTimeOffset start, DateTimeOffset end) => $"{start.At()}/{end.At()}";
}
