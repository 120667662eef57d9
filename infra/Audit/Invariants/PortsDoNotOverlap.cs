using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>No port of a bridge, by its number, is given to two conferences at one time.</summary>
internal sealed class PortsDoNotOverlap : IInvariant
{
    public string Code => "ports";

    public Text Title { get; } = new("同じ接続ポートが同じ時間に二重に割り当てられていない", "No bridge port is given out twice at one time");

    public void Check(Picture picture, Results results)
    {
        results.Look(picture.Booking.Ports.Count);
        foreach (var bridge in picture.Booking.Ports.GroupBy(ports => ports.BridgeId))
        {
            var running = new List<PortBooking>();
            foreach (var ports in bridge.OrderBy(ports => ports.Start))
            {
                running.RemoveAll(earlier => earlier.End <= ports.Start);
                foreach (var earlier in running.Where(earlier => earlier.FirstPort <= ports.LastPort && ports.FirstPort <= earlier.LastPort))
                {
                    results.Find(
                        ports.ConferenceId,
                        new($"{bridge.Key} のポート {ports.FirstPort}–{ports.LastPort}（{Wording.Span(ports.Start, ports.End)}）が会議 {earlier.ConferenceId} のポート {earlier.FirstPort}–{earlier.LastPort} と重なっています。", $"Ports {ports.FirstPort}–{ports.LastPort} of {bridge.Key}, {Wording.Span(ports.Start, ports.End)}, overlap ports {earlier.FirstPort}–{earlier.LastPort} of conference {earlier.ConferenceId}."),
                        Overlap.Todo);
                }

                running.Add(ports);
            }
        }
    }
}
