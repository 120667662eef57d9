using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conference.Portal.Pages.Operations;

/// <summary>A message's text, set for reading.</summary>
internal static class MessageText
{
    private const int LongestLine = 80;

    // The page encodes what it shows.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What it says, and the envelope around it; no envelope where the text is not one.</summary>
    public static (string Content, string? Envelope) Split(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var whole = JsonSerializer.Serialize(document.RootElement, Readable);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("message", out var content)
                ? (JsonSerializer.Serialize(content, Readable), whole)
                : (whole, null);
        }
        catch (JsonException)
        {
            // Whatever lies in a queue is shown: somebody may have put it there by hand.
            return (body, null);
        }
    }

    public static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestLine ? line : $"{line[..LongestLine]}…";
    }
}
