using System.ComponentModel.DataAnnotations;

namespace Conference.Council.Feeds;

/// <summary>Calendar feeds (section <c>Feeds</c>).</summary>
internal sealed class FeedOptions
{
    public const string Section = "Feeds";

    /// <summary>
    /// Key that signs feed addresses, base64, 32 bytes or more, the same on every machine. Without it a key is made
    /// under the data folder. A new key ends every address.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>How often calendar programs are asked to come again, in minutes, 5 to 1,440. Default 60. A hint: Google takes 8 to 24 hours.</summary>
    [Range(5, 1440, ErrorMessage = "Feeds:RefreshMinutes must be from 5 to 1440.")]
    public int RefreshMinutes { get; set; } = 60;

    /// <summary>
    /// After how many seconds a replica looks anew whether another one has changed what a feed shows, 0 to 60.
    /// Default 5. A revoked address works at other replicas for so long.
    /// </summary>
    [Range(0, 60, ErrorMessage = "Feeds:RecheckSeconds must be from 0 to 60.")]
    public int RecheckSeconds { get; set; } = 5;

    /// <summary>Days back that a feed shows, 0 to 1,000. Default 90.</summary>
    [Range(0, 1000, ErrorMessage = "Feeds:PastDays must be from 0 to 1000.")]
    public int PastDays { get; set; } = 90;

    /// <summary>Days ahead that a feed shows, 1 to 1,000. Default 400.</summary>
    [Range(1, 1000, ErrorMessage = "Feeds:FutureDays must be from 1 to 1000.")]
    public int FutureDays { get; set; } = 400;
}
