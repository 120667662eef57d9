using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Conference.Platform.Problems;

/// <summary>Answers requests that could not even be read: malformed JSON, a wrong type, a body that is too large.</summary>
internal sealed class UnreadableRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
            return false;

        await Problem.Of(bad.StatusCode, [Explain(bad)]).ExecuteAsync(httpContext);
        return true;
    }

    private static Fault Explain(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new("", "too_large", "送信内容が大きすぎます。", "What was sent is too large."),
        // An error of syntax has the reader's own exception within, and the path of wherever the reader was.
        { InnerException: JsonException { Path: ['$', '.', ..] path, InnerException: not JsonException } } =>
            new(path[2..], "unreadable_value", $"{path[2..]} の値を読み取れません。形式を確認してください。", $"The value of {path[2..]} cannot be read. Check its format."),
        { InnerException: JsonException json } =>
            new("", "malformed_json", $"JSON の書式が正しくありません（{json.LineNumber + 1} 行目）。", $"The body is not well-formed JSON (line {json.LineNumber + 1})."),
        _ =>
            new("", "unreadable_request", "リクエストを読み取れません。形式を確認してください。", "The request cannot be read. Check its parameters and content type."),
    };
}
