using System.Text.RegularExpressions;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Sites;

/// <summary>What a site's entry must be like.</summary>
internal static partial class SiteRules
{
    public const int MostPorts = 8;
    public const int MostSites = 20;

    public static List<Fault> Check(SiteEntry entry)
    {
        var faults = new List<Fault>();
        faults.CheckText("name", ("端末・会議室の名称", "the terminal's or room's name"), entry.Name, 100, required: true);
        faults.CheckCode<EndpointProtocol>("protocol", ("接続方式", "the protocol"), entry.Protocol);
        faults.CheckText("address", ("接続先アドレス", "the address to connect to"), entry.Address, 300);
        if (entry.Ports is < 1 or > MostPorts)
            faults.Add(new("ports", "out_of_range", $"使用ポート数は 1 から {MostPorts} にしてください。", $"The number of ports must be from 1 to {MostPorts}."));
        if (Code.TryParse<EndpointProtocol>(entry.Protocol, out var protocol) && !string.IsNullOrWhiteSpace(entry.Address) && !Fits(protocol, entry.Address.Trim()))
            faults.Add(WrongAddress(protocol));
        return faults;
    }

    public static void Apply(this SiteEntry entry, Site site)
    {
        _ = Code.TryParse<EndpointProtocol>(entry.Protocol, out var protocol);
        site.Name = entry.Name!.Trim();
        site.Protocol = protocol;
        site.Address = string.IsNullOrWhiteSpace(entry.Address) ? null : entry.Address.Trim();
        site.Ports = entry.Ports ?? 1;
        site.Active = entry.Active ?? true;
    }

    // The address becomes a link or is dialled: anything but a link, a SIP address or a host is refused.
    private static bool Fits(EndpointProtocol protocol, string address) => protocol switch
    {
        EndpointProtocol.Url => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http",
        EndpointProtocol.Sip => Sip().IsMatch(address),
        _ => H323().IsMatch(address),
    };

    private static Fault WrongAddress(EndpointProtocol protocol) => protocol switch
    {
        EndpointProtocol.Url => new("address", "invalid_address", "接続先は https:// で始まる URL にしてください。", "The address must be a URL beginning with https://."),
        EndpointProtocol.Sip => new("address", "invalid_address", "接続先は sip:room@example.jp のような SIP アドレスにしてください。", "The address must be a SIP address such as sip:room@example.jp."),
        _ => new("address", "invalid_address", "接続先は IP アドレス、ホスト名、番号、または 番号@ホスト名 にしてください。", "The address must be an IP address, a host name, a number, or a number@host."),
    };

    [GeneratedRegex(@"^(sips?:)?[^\s@<>""]+@[A-Za-z0-9.\-\[\]:]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sip();

    [GeneratedRegex(@"^(h323:)?([A-Za-z0-9._\-]+@)?[A-Za-z0-9.\-\[\]:#*]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex H323();
}
