using Conference.Council.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Problems;
using Microsoft.AspNetCore.Http.Headers;
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
        string token, HttpRequest request, HttpResponse response, FeedTokens tokens, ServedFeeds served, FeedTexts texts, FeedReader reader, CouncilStore store, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } feedId)
            return Unknown();

        var headers = request.GetTypedHeaders();
        var packed = headers.AcceptEncoding.Any(encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
        if (served.Of(feedId) is { } known)
        {
            if (Has(headers, known, packed))
                return NotModified(response, known, packed);
            if (texts.Of(known.Tag(packed)) is { } written)
                return Answer(response, known, packed, written);
        }

        var changes = served.Changes;
        if (await store.Feeds.FindAsync([feedId], cancellationToken) is not { } feed)
            return Unknown();
        if (feed.RevokedAt is not null)
            return Problem.Gone(new Fault("token", "feed_revoked", "この購読リンクは無効になりました。新しいリンクを作成してください。", "This feed was revoked. Make a new link."));

        var (now, content) = await reader.ServeAsync(feed, changes, cancellationToken);
        return Has(headers, now, packed)
            ? NotModified(response, now, packed)
            : Answer(response, now, packed, texts.Of(now.Tag(packed)) ?? texts.Write(now.Tag(packed), content, packed));
    }

    private static IResult Unknown() =>
        Problem.NotFound(new Fault("token", "unknown_feed", "この購読リンクは正しくありません。リンクを確認してください。", "This feed address is not valid. Check the link."));

    /// <summary>Whether the program has these octets already and needs only to be told so.</summary>
    private static bool Has(RequestHeaders headers, ServedFeed feed, bool packed) => headers.IfNoneMatch.Any(tag => tag.Tag == feed.Tag(packed));

    // By hand: the framework would send it whole where an If-Modified-Since is older, which a tag overrules (RFC 9110, 13.1.3).
    private static IResult NotModified(HttpResponse response, ServedFeed feed, bool packed)
    {
        Describe(response);
        var headers = response.GetTypedHeaders();
        headers.ETag = EntityTagHeaderValue.Parse(feed.Tag(packed));
        headers.LastModified = feed.ModifiedAt;
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    private static IResult Answer(HttpResponse response, ServedFeed feed, bool packed, byte[] octets)
    {
        Describe(response);
        if (packed)
            response.Headers.ContentEncoding = "gzip";
        // Where only a time is asked about, it answers 304 by itself.
        return Results.Bytes(octets, "text/calendar; charset=utf-8", lastModified: feed.ModifiedAt, entityTag: EntityTagHeaderValue.Parse(feed.Tag(packed)));
    }

    private static void Describe(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Encoding";
    }
}
