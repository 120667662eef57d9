using System.Data.Common;
using System.Globalization;

namespace Conference.Audit.Stores;

/// <summary>A row as either kind of store gives it: SQLite keeps instants as milliseconds and ids as text.</summary>
internal readonly struct Row(DbDataReader reader)
{
    public Guid Id(int column) => reader.GetValue(column) is Guid id ? id : Guid.Parse(reader.GetString(column), CultureInfo.InvariantCulture);

    public Guid? IdOrNull(int column) => reader.IsDBNull(column) ? null : Id(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public int Int(int column) => Convert.ToInt32(reader.GetValue(column), CultureInfo.InvariantCulture);

    public long Long(int column) => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : Long(column);

    public bool Flag(int column) => Convert.ToBoolean(reader.GetValue(column), CultureInfo.InvariantCulture);

    public DateTimeOffset Time(int column) => reader.GetValue(column) switch
    {
        long milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        DateTime utc => new DateTimeOffset(utc, TimeSpan.Zero),
        var other => throw new InvalidDataException($"Column {reader.GetName(column)} holds no instant but {other.GetType().Name}."),
    };

    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);

    /// <summary>Text that Quartz may keep as bytes.</summary>
    public string? Bytes(int column) => reader.IsDBNull(column) ? null
        : reader.GetValue(column) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : reader.GetString(column);
}
