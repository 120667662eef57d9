using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Conference.Platform.Storage;

/// <summary>
/// Columns that hold a value as JSON text: for data that is read and written whole and never searched. The value itself
/// never changes: what is changed is another value, else the change would not be noticed. (A test walks all stores and asks
/// their types.)
/// </summary>
public static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Stores the property as JSON text in both kinds of store.</summary>
    public static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), text => Read<T>(text)),
            new ValueComparer<T>((a, b) => Same(a, b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
    }

    private static bool Same<T>(T? a, T? b) => ReferenceEquals(a, b) || Write(a) == Write(b);

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
