using Conference.Council.Schedule;
using Conference.Council.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Council.Feeds;

/// <summary>Gathers what a feed shows now.</summary>
internal sealed class FeedReader(CouncilStore store, ServedFeeds served, IOptions<FeedOptions> options, IOptions<PortalAddress> portal, IOptions<MailAddress> mail, TimeProvider clock)
{
    /// <summary>What the feed shows now, noted as served.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="changes"><see cref="ServedFeeds.Changes"/> from before the feed was looked up: it may have been revoked since.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(ServedFeed Feed, FeedContent Content)> ServeAsync(CalendarFeed feed, long changes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var content = await ReadAsync(feed, now, cancellationToken);
        feed.Serve(content.ETag(), now);
        await store.SaveChangesAsync(cancellationToken);
        var shown = new ServedFeed(feed.ETag, feed.ModifiedAt);
        served.Keep(feed.FeedId, shown, changes);
        return (shown, content);
    }

    private async Task<FeedContent> ReadAsync(CalendarFeed feed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (past, future) = (options.Value.PastDays, options.Value.FutureDays);
        var entries = await store.Between(now.AddDays(-past), now.AddDays(future), feed.Scope)
            .Where(conference => feed.RequestedBy == null || conference.RequestedBy == feed.RequestedBy)
            .OrderBy(conference => conference.Start).ThenBy(conference => conference.ConferenceId)
            .Select(conference => new FeedEntry(
                conference.ConferenceId, conference.Version, conference.Revision, conference.Number, conference.State, conference.Kind,
                conference.Start!.Value, conference.End ?? conference.Start!.Value, conference.ChangedAt))
            .ToListAsync(cancellationToken);
        return new FeedContent(await NameAsync(feed, cancellationToken), portal.Value.BaseUrl, mail.Value.Domain, options.Value.RefreshMinutes, entries);
    }

    private async Task<string> NameAsync(CalendarFeed feed, CancellationToken cancellationToken)
    {
        var scope = feed.Scope;
        var whose = scope.Kind switch
        {
            _ when feed.RequestedBy is not null => "自分が依頼した会議",
            "hospital" => await store.Hospitals.Where(hospital => hospital.HospitalId == scope.Value).Select(hospital => hospital.Name).SingleOrDefaultAsync(cancellationToken) ?? scope.Value,
            "prefecture" => PrefectureNames.Of(scope.Value),
            _ => "全国",
        };
        return $"カンファレンス予定（{whose}）";
    }
}
