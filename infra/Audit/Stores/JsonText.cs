using System.Text.Json;

namespace Conference.Audit.Stores;

/// <summary>Columns that hold JSON.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException($"No {typeof(T).Name} in a column.");

    public static T? ReadOrNull<T>(string? text) where T : class => text is null ? null : Read<T>(text);
}
