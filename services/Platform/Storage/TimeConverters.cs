using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Conference.Platform.Storage;

/// <summary>Instants in SQLite: milliseconds since 1970-01-01T00:00Z, so that they compare and index as numbers.</summary>
public sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    value => value.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

/// <summary>Instants in PostgreSQL: <c>timestamptz</c> takes UTC only.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    value => value.ToUniversalTime(),
    stored => stored);
