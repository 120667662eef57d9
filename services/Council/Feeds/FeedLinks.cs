using Conference.Contracts.Council;
using Microsoft.Extensions.Options;

namespace Conference.Council.Feeds;

internal sealed class FeedLinks(FeedTokens tokens, IOptions<PortalAddress> portal)
{
    public FeedLink Of(CalendarFeed feed) => new()
    {
        FeedId = feed.FeedId,
        Url = portal.Value.Of($"/calendars/{tokens.Of(feed.FeedId)}.ics"),
        Scope = feed.RequestedBy is null ? feed.ScopeText : FeedScope.Mine,
        CreatedAt = feed.CreatedAt,
    };
}
