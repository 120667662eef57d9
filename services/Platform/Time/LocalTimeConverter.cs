using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conference.Platform.Time;

/// <summary>Writes instants at the HTTP edge with the network's offset (ISO 8601), as its readers think of them.</summary>
internal sealed class LocalTimeConverter(NetworkTime network) : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(network.ToLocal(value));
    }
}
