using Conference.Council.Schedule;
using Conference.Council.Storage;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Council.Feeds;

/// <summary>Gathers what a feed shows now.</summary>
internal sealed class FeedReader(CouncilStore store, IOptions<FeedOptions> options, IOptions<PortalAddress> portal, IOptions<MailAddress> mail)
{
    public async Task<FeedContent> ReadAsync(Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var feed = options.Value;
        var entries = await store.Between(now.AddDays(-feed.PastDays), now.AddDays(feed.FutureDays), scope)
            .OrderBy(conference => conference.Start).ThenBy(conference => conference.ConferenceId)
            .Select(conference => new FeedEntry(
                conference.ConferenceId, conference.Version, conference.Revision, conference.Number, conference.State, conference.Kind,
                conference.Start!.Value, conference.End ?? conference.Start!.Value, conference.ChangedAt))
            .ToListAsync(cancellationToken);
        return new FeedContent(await NameAsync(scope, cancellationToken), portal.Value.BaseUrl, mail.Value.Domain, feed.RefreshMinutes, entries);
    }

    private async Task<string> NameAsync(Scope scope, CancellationToken cancellationToken)
    {
        var whose = scope.Kind switch
        {
            "hospital" => await store.Hospitals.Where(hospital => hospital.HospitalId == scope.Value).Select(hospital => hospital.Name).SingleOrDefaultAsync(cancellationToken) ?? scope.Value,
            "prefecture" => PrefectureNames.Of(scope.Value),
            _ => "全国",
        };
        return $"カンファレンス予定（{whose}）";
    }
}
