using System.ComponentModel.DataAnnotations;
using Conference.Platform.Hosting;

namespace Conference.Council.Feeds;

/// <summary>Where people find the portal (section <c>Portal</c>).</summary>
internal sealed class PortalAddress
{
    public const string Section = "Portal";

    /// <summary>Address of the portal as browsers and calendar programs reach it. Default: what the process listens on (<c>urls</c>) where the portal runs in the same one, else <c>http://localhost:8080</c>.</summary>
    [Required(ErrorMessage = "Portal:BaseUrl must be a URL such as https://conference.example."), WebAddress(ErrorMessage = "Portal:BaseUrl must be a URL such as https://conference.example.")]
    public string BaseUrl { get; set; } = "http://localhost:8080";

    public string Of(string path) => $"{BaseUrl.TrimEnd('/')}{path}";
}

/// <summary>The domain in which mails and calendars are named (section <c>Mail</c>).</summary>
internal sealed class MailAddress
{
    public const string Section = "Mail";

    /// <summary>Domain of addresses and of calendar UIDs; must never change once invitations are out. Default <c>conference.example</c>.</summary>
    [Required(ErrorMessage = "Mail:Domain must be a domain such as conference.example."), RegularExpression(@"[A-Za-z0-9.-]{1,200}", ErrorMessage = "Mail:Domain must be a domain such as conference.example.")]
    public string Domain { get; set; } = "conference.example";
}
