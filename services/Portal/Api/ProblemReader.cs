using System.Globalization;
using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Conference.Portal.Api;

/// <summary>Reads problem details (RFC 9457) as the services write them.</summary>
internal static class ProblemReader
{
    public static async Task<IReadOnlyList<ApiFault>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await response.Content.ReadFromJsonAsync<Body>(JsonSerializerOptions.Web, cancellationToken)
            : null;
        return body switch
        {
            { Errors: { Count: > 0 } errors } => errors,
            { Detail: { Length: > 0 } detail } => [new ApiFault(body.Field ?? "", body.Code ?? "", detail)],
            _ => [Plain(response.StatusCode)],
        };
    }

    public static bool IsOutage(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        HttpRequestException or BrokenCircuitException or TimeoutRejectedException or JsonException => true,
        TaskCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    public static ApiFault Outage() => Plain(HttpStatusCode.ServiceUnavailable);

    private static ApiFault Plain(HttpStatusCode status)
    {
        var (code, ja, en) = status switch
        {
            HttpStatusCode.Unauthorized => ("signed_out", "サインインの有効期限が切れました。もう一度サインインしてください。", "You are signed out. Sign in again."),
            HttpStatusCode.Forbidden => ("forbidden", "この操作を行う権限がありません。", "You may not do this."),
            HttpStatusCode.NotFound => ("not_found", "見つかりません。", "Not found."),
            HttpStatusCode.TooManyRequests => ("too_many_requests", "操作が集中しています。少し待ってからやり直してください。", "Too many requests. Wait a moment and try again."),
            HttpStatusCode.ServiceUnavailable => ("service_unavailable", "サービスが応答しません。少し待ってからやり直してください。", "The service does not answer. Wait a moment and try again."),
            _ => ("failed", $"処理できませんでした（{(int)status}）。", $"It could not be done ({(int)status})."),
        };
        return new ApiFault("", code, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? en : ja);
    }

    private sealed record Body(string? Code, string? Field, string? Detail, IReadOnlyList<ApiFault>? Errors);
}
