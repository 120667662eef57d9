using System.Net.Http.Json;
using System.Text.Json;

namespace Conference.Tests.Support;

/// <summary>JSON over HTTP, short.</summary>
public static class HttpJson
{
    public static async Task<JsonDocument> JsonAsync(this HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.JsonAsync();
    }

    public static async Task<JsonDocument> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text)
            : throw new HttpRequestException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} answered {(int)answer.StatusCode}: {text}", null, answer.StatusCode);
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient http, string path, object body) =>
        http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);

    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient http, string path, object body) =>
        http.PutAsJsonAsync(new Uri(path, UriKind.Relative), body);

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
