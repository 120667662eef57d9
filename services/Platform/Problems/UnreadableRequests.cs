using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Conference.Platform.Problems;

/// <summary>Answers requests that could not even be read: malformed JSON, a wrong type, a body that is too large, text that no store can keep.</summary>
public sealed class UnreadableRequests : IExceptionHandler
{
    // character_not_in_repertoire: U+0000, which SQLite takes and PostgreSQL does not (PostgreSQL, appendix A).
    private const string NoSuchCharacter = "22021";

    /// <summary>The status of such a request; null for a fault of ours.</summary>
    public static int? StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsUnprintable(exception) => StatusCodes.Status400BadRequest,
        _ => null,
    };

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadHttpRequestException bad => Problem.Of(bad.StatusCode, [Explain(bad)]),
            _ when IsUnprintable(exception) =>
                Problem.Invalid(new Fault("", "unprintable_text", "保存できない文字（NUL）が含まれています。取り除いてください。", "The text holds a character that cannot be kept (NUL). Remove it.")),
            _ => null,
        };
        if (problem is null)
            return false;
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static bool IsUnprintable(Exception exception) =>
        exception is PostgresException { SqlState: NoSuchCharacter } or { InnerException: PostgresException { SqlState: NoSuchCharacter } };

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
