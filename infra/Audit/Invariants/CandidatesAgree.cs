using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>What Booking holds for a poll is the candidates, each with its sites and ports, and only for a conference that may still choose.</summary>
internal static class CandidatesAgree
{
    private static readonly string[] MayChoose = ["Placing", "Polling", "Unplaced", "Replacing"];

    public static IEnumerable<Text> Check(Lifecycle? conference, Booking? booking, List<SiteBooking> sites, List<PortBooking> ports, List<Candidate> candidates, Picture picture)
    {
        if (booking is not { HasCandidates: true })
        {
            if (candidates.Count > 0)
                yield return new($"候補日調整中ではない（{booking?.State ?? "予約なし"}）のに、候補 {candidates.Count} 件が残っています。", $"It has no poll ({booking?.State ?? "no booking"}), but {candidates.Count} candidates are left.");
            if (conference is { State: "Polling" })
                yield return new($"会議は候補日調整中ですが、予約は候補を押さえていません（{booking?.State ?? "予約なし"}）。", $"The conference has a poll, but Booking holds no candidates ({booking?.State ?? "no booking"}).");
            yield break;
        }

        if (conference is null || !MayChoose.Contains(conference.State))
            yield return new($"会議（{conference?.State ?? "記録なし"}）の知らない候補 {candidates.Count} 件が押さえられています。", $"{candidates.Count} candidates are held of which the conference ({conference?.State ?? "unknown"}) knows nothing.");
        if (conference is { State: "Polling" } && conference.Revision != booking.Revision)
            yield return new($"候補は第 {booking.Revision} 版、会議は第 {conference.Revision} 版です。", $"The candidates are of revision {booking.Revision}, the conference is at {conference.Revision}.");
        foreach (var candidate in candidates)
        {
            if (!sites.Exists(site => site.Start == candidate.Start) || !ports.Exists(port => port.Candidate == candidate.Number))
                yield return new($"候補 {candidate.Start.At()} の拠点またはポートが押さえられていません。", $"Candidate {candidate.Start.At()} has no sites or no ports.");
            if (picture.IsLate(candidate.ExpiresAt))
                yield return new($"候補 {candidate.Start.At()} の期限 {candidate.ExpiresAt.At()} を過ぎても返されていません。", $"Candidate {candidate.Start.At()} ran out at {candidate.ExpiresAt.At()} and was not given back.");
        }

        if (sites.Find(site => !candidates.Exists(candidate => candidate.Start == site.Start)) is { } stray)
            yield return new($"拠点 {stray.SiteId} の予約 {Wording.Span(stray.Start, stray.End)} はどの候補のものでもありません。", $"Site {stray.SiteId} is booked {Wording.Span(stray.Start, stray.End)}, which is no candidate.");
        if (ports.Find(port => !candidates.Exists(candidate => candidate.Number == port.Candidate)) is { } loose)
            yield return new($"ポートの予約（{loose.BridgeId} {Wording.Span(loose.Start, loose.End)}）はどの候補のものでもありません。", $"A booking of ports ({loose.BridgeId} {Wording.Span(loose.Start, loose.End)}) is of no candidate.");
    }
}
