using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conference.Contracts.Requests;

namespace Conference.Council.Feeds;

/// <summary>What one entry of a feed says. No title, no hospital's people, no case.</summary>
internal sealed record FeedEntry(
    Guid ConferenceId, long Version, int Revision, string Number, string State, ConferenceKind Kind, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset ChangedAt);

/// <summary>A feed's entries and all else that its text depends on.</summary>
internal sealed record FeedContent(string Name, string BaseUrl, string Domain, int RefreshMinutes, IReadOnlyList<FeedEntry> Entries)
{
    // Raise it when the written form changes: the tag is made from versions, not from the text.
    private const int Format = 2;

    /// <summary>A strong entity tag (RFC 9110, 8.8.3): same tag, same octets.</summary>
    /// <remarks>The time of change stands beside the version: a conference that is sent again may carry a new one.</remarks>
    public string ETag()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Format}\n{Name}\n{BaseUrl}\n{Domain}\n{RefreshMinutes}\n");
        foreach (var entry in Entries)
            text.Append(CultureInfo.InvariantCulture, $"{entry.ConferenceId} {entry.Version} {entry.ChangedAt.UtcTicks}\n");
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32]}\"";
    }
}
