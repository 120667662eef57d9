using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>The slot that the lifecycle knows is the one that Booking keeps, and its rows for sites and ports are all there.</summary>
internal sealed class SlotsAgree : IInvariant
{
    private static readonly Text Todo = new(
        "会議の日時の変更（再調整）で枠を取り直してください。続くようなら開発元に連絡してください。",
        "Take the slot anew by moving the conference; if it comes back, report it to the developers.");

    public string Code => "slots";

    public Text Title { get; } = new("枠（拠点・ポートの予約）が会議の日時・版と一致している", "Sites' and ports' bookings agree with each conference's slot and revision");

    public void Check(Picture picture, Results results)
    {
        var sites = picture.Booking.Sites.ToLookup(site => site.ConferenceId);
        var ports = picture.Booking.Ports.ToLookup(port => port.ConferenceId);
        var ids = picture.Booking.Bookings.Keys.Concat(sites.Select(group => group.Key)).Concat(ports.Select(group => group.Key)).Concat(picture.Requests.Conferences.Keys);
        foreach (var id in ids.Distinct())
        {
            results.Look();
            var booking = picture.Booking.Bookings.GetValueOrDefault(id);
            foreach (var candidates in CandidatesAgree.Check(picture.Requests.Conferences.GetValueOrDefault(id), booking, [.. sites[id]], [.. ports[id]], [.. picture.Booking.Candidates[id]], picture))
                results.Find(id, candidates, Todo);
            foreach (var fault in Rows(booking, [.. sites[id]], [.. ports[id]]).Concat(Lifecycle(picture.Requests.Conferences.GetValueOrDefault(id), booking, [.. sites[id]], [.. ports[id]])))
                results.Find(id, fault, Todo);
            if (booking is { State: "Held", ExpiresAt: { } expiry } && picture.IsLate(expiry))
                results.Find(id, new($"仮押さえの期限 {expiry.At()} を過ぎても枠が返されていません。", $"Its hold ran out at {expiry.At()} and was not given back."), Advice.LookAtMessages);
        }
    }

    private static IEnumerable<Text> Rows(Booking? booking, List<SiteBooking> sites, List<PortBooking> ports)
    {
        if (booking is { HasCandidates: true })
            yield break;
        if (booking is not { HasSlot: true })
        {
            if (sites.Count + ports.Count > 0)
                yield return new($"枠を持たない（{booking?.State ?? "予約なし"}）のに、拠点 {sites.Count} 行・ポート {ports.Count} 行が残っています。", $"It has no slot ({booking?.State ?? "no booking"}), but {sites.Count} rows of sites and {ports.Count} of ports are left.");
            yield break;
        }

        if (sites.Count == 0)
            yield return new("枠はありますが、拠点の予約が一つもありません。", "It has a slot, but no site is booked.");
        if (sites.Find(site => site.Start != booking.Start || site.End != booking.End) is { } other)
            yield return new($"拠点 {other.SiteId} の予約 {Wording.Span(other.Start, other.End)} が枠 {Wording.Span(booking.Start, booking.End)} と違います。", $"Site {other.SiteId} is booked {Wording.Span(other.Start, other.End)}, not {Wording.Span(booking.Start, booking.End)}.");
        if (ports.Find(port => port.End > booking.End) is { } stray)
            yield return new($"ポートの予約（{stray.BridgeId} {Wording.Span(stray.Start, stray.End)}）が枠から外れています。", $"A booking of ports ({stray.BridgeId} {Wording.Span(stray.Start, stray.End)}) lies outside its slot.");
    }

    private static IEnumerable<Text> Lifecycle(Lifecycle? conference, Booking? booking, List<SiteBooking> sites, List<PortBooking> ports)
    {
        var held = booking is { HasSlot: true } ? booking : null;
        if (conference?.Booked is not { } slot)
        {
            if (held is not null)
                yield return new($"会議（{conference?.State ?? "記録なし"}）が知らない枠 {Wording.Span(held.Start, held.End)} が押さえられています。", $"Booking keeps {Wording.Span(held.Start, held.End)} for it, of which the conference ({conference?.State ?? "unknown"}) knows nothing.");
            yield break;
        }

        if (held is null)
        {
            yield return new($"会議（{conference.State}）の枠 {Wording.Span(slot.Start, slot.End)} が予約されていません（{booking?.State ?? "予約なし"}）。", $"The slot {Wording.Span(slot.Start, slot.End)} of the conference ({conference.State}) is not booked ({booking?.State ?? "no booking"}).");
            yield break;
        }

        if (held.Revision != conference.Revision || held.Start != slot.Start || held.End != slot.End || held.BridgeId != slot.BridgeId)
            yield return new($"予約は第 {held.Revision} 版 {Wording.Span(held.Start, held.End)}、会議は第 {conference.Revision} 版 {Wording.Span(slot.Start, slot.End)} です。", $"Booking has revision {held.Revision}, {Wording.Span(held.Start, held.End)}; the conference revision {conference.Revision}, {Wording.Span(slot.Start, slot.End)}.");
        if (!sites.Select(site => site.SiteId).ToHashSet().SetEquals(slot.Sites.Select(site => site.SiteId)))
            yield return new($"予約された拠点（{string.Join("、", sites.Select(site => site.SiteId))}）が会議の拠点（{string.Join("、", slot.Sites.Select(site => site.SiteId))}）と違います。", $"The sites booked ({string.Join(", ", sites.Select(site => site.SiteId))}) are not those of the conference ({string.Join(", ", slot.Sites.Select(site => site.SiteId))}).");
        if (ports.Find(port => !slot.Bridges.Contains(port.BridgeId)) is { } strange)
            yield return new($"会議が使わないブリッジ {strange.BridgeId} のポートが押さえられています。", $"It has ports of {strange.BridgeId}, a bridge that the conference does not use.");
        foreach (var bridge in slot.Bridges)
        {
            if (ShortOfPorts(slot, slot.PortsOn(bridge), ports.FindAll(port => port.BridgeId == bridge)) is { } instant)
                yield return new($"{instant.At()} に押さえられたポートの数が、接続する {slot.PortsOn(bridge)} と違います。", $"At {instant.At()} it does not have the {slot.PortsOn(bridge)} ports that its sites take.");
        }

        if (conference.State is "Confirmed" or "InSession" or "AwaitingRecord" or "Completed" && held.State != "Confirmed")
            yield return new("会議は確定していますが、予約は仮押さえのままです。期限が来ると枠が失われます。", "The conference is confirmed, its booking only held: it will be lost when the hold runs out.");
    }

    // Ports may be changed wherever others begin or end, so they are counted at each instant where anything changes.
    private static DateTimeOffset? ShortOfPorts(Slot slot, int count, List<PortBooking> ports)
    {
        var instants = ports.SelectMany(port => new[] { port.Start, port.End }).Append(slot.Start).Where(instant => instant >= slot.Start && instant < slot.End).Distinct().Order();
        foreach (var instant in instants)
        {
            if (ports.Where(port => port.Start <= instant && port.End > instant).Sum(port => port.LastPort - port.FirstPort + 1) != count)
                return instant;
        }

        return null;
    }
}
