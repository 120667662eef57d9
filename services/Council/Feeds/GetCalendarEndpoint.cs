using Conference.Council.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Problems;
using Microsoft.Net.Http.Headers;

namespace Conference.Council.Feeds;

/// <summary>A feed for calendar programs, which cannot sign in: the signed address is the key.</summary>
internal static class GetCalendarEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/calendars/{token}.ics", [HttpMethods.Get, HttpMethods.Head], Handle)
        .Produces<string>(StatusCodes.Status200OK, "text/calendar")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .Unaudited()
        .AllowAnonymous();

    private static async Task<IResult> Handle(
        string token, HttpRequest request, HttpResponse response, FeedTokens tokens, FeedReader reader, FeedTexts texts, CouncilStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } feedId || await store.Feeds.FindAsync([feedId], cancellationToken) is not { } feed)
            return Problem.NotFound(new Fault("token", "unknown_feed", "この購読リンクは正しくありません。リンクを確認してください。", "This feed address is not valid. Check the link."));
        if (feed.RevokedAt is not null)
            return Problem.Gone(new Fault("token", "feed_revoked", "この購読リンクは無効になりました。新しいリンクを作成してください。", "This feed was revoked. Make a new link."));

        var now = time.GetUtcNow();
        var content = await reader.ReadAsync(feed.Scope, now, cancellationToken);
        feed.Serve(content.ETag(), now);
        await store.SaveChangesAsync(cancellationToken);

        // A strong tag is of the octets: packed they are others (RFC 9110, 8.8.3).
        var packed = request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
        var tag = packed ? $"{feed.ETag[..^1]}-gzip\"" : feed.ETag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Encoding";
        // Answers 304 by itself, and then never calls back for the text.
        return Results.Stream(
            body =>
            {
                if (packed)
                    response.Headers.ContentEncoding = "gzip";
                return body.WriteAsync(texts.Of(tag, content, packed), cancellationToken).AsTask();
            },
            "text/calendar; charset=utf-8",
            lastModified: feed.ModifiedAt,
            entityTag: EntityTagHeaderValue.Parse(tag));
    }
}
