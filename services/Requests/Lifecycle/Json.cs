using System.Text.Json;

namespace Conference.Requests.Lifecycle;

internal static class Json
{
    /// <summary>Whether two values say the same; records compare their lists by reference, so their text is compared.</summary>
    public static bool Same<T>(T a, T b) => JsonSerializer.Serialize(a) == JsonSerializer.Serialize(b);
}
