using System.ComponentModel.DataAnnotations;
using Conference.Platform.Hosting;

namespace Conference.Invitations.Outbound;

/// <summary>Where people find the portal (section <c>Portal</c>).</summary>
internal sealed class PortalAddress
{
    public const string Section = "Portal";

    private const string Wrong = "Portal:BaseUrl must be a URL such as https://conference.example.";

    /// <summary>Address of the portal as the hospitals' browsers reach it. Default: what the process listens on (<c>urls</c>) where the portal runs in the same one, else <c>http://localhost:8080</c>.</summary>
    [Required(ErrorMessage = Wrong), WebAddress(ErrorMessage = Wrong)]
    public string BaseUrl { get; set; } = "http://localhost:8080";

    public string Of(string path) => $"{BaseUrl.TrimEnd('/')}{path}";

    public string OfConference(Guid conferenceId) => Of($"/conferences/{conferenceId}");
}
