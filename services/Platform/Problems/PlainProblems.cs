using Microsoft.AspNetCore.Http;

namespace Conference.Platform.Problems;

/// <summary>Gives the framework's own answers (not signed in, not found, wrong method) a code and a sentence in the reader's language.</summary>
internal static class PlainProblems
{
    public static void Explain(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code"))
            return;

        var fault = Of(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Type = $"urn:conference:problem:{fault.Code}";
        problem.Title = fault.Code;
        problem.Detail = fault.Text;
        problem.Extensions["code"] = fault.Code;
    }

    private static Fault Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new("", "signed_out", "サインインするか、有効なトークンを付けてください。", "Sign in, or send a valid token."),
        StatusCodes.Status403Forbidden => new("", "forbidden", "この操作を行う権限がありません。", "You may not do this."),
        StatusCodes.Status404NotFound => new("", "not_found", "見つかりません。アドレスを確認してください。", "Not found. Check the address."),
        StatusCodes.Status405MethodNotAllowed => new("", "method_not_allowed", "このアドレスではその操作はできません。", "This address does not take that method."),
        StatusCodes.Status415UnsupportedMediaType => new("", "unsupported_media_type", "送信内容の形式（Content-Type）を確認してください。JSON で送信します。", "Check the content type: send JSON."),
        StatusCodes.Status429TooManyRequests => new("", "too_many_requests", "操作が集中しています。1 分ほど待ってからやり直してください。", "Too many requests. Wait a minute and try again."),
        StatusCodes.Status503ServiceUnavailable => new("", "service_unavailable", "サービスが応答しません。少し待ってからやり直してください。", "The service does not answer. Wait a moment and try again."),
        >= 500 => new("", "internal_error", "処理中に問題が起きました。少し待ってからやり直してください。", "Something went wrong on our side. Try again in a moment."),
        _ => new("", "bad_request", "リクエストを受け付けられません。内容を確認してください。", "The request cannot be taken. Check it."),
    };
}
