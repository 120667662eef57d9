using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conference.Platform.Time;

/// <summary>
/// Instants at the HTTP edge (ISO 8601): written with the network's offset, as its readers think of them, and read with the
/// offset they came with. One without would be taken in the server's own zone.
/// </summary>
internal sealed class LocalTimeConverter(NetworkTime network) : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var instant = reader.GetDateTimeOffset();
        return HasOffset(reader.GetString()!) ? instant : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(network.ToLocal(value));
    }

    private static bool HasOffset(string text) => text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time && text.AsSpan(time).ContainsAny("Z+-");
}
