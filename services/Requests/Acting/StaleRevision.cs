using System.Globalization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle;
using Conference.Requests.Viewing;

namespace Conference.Requests.Acting;

/// <summary>What is said to somebody who decided on a time that is no longer the conference's.</summary>
internal static class StaleRevision
{
    public static Fault Fault(Dossier dossier, int seen, NetworkTime network)
    {
        var (ja, en) = Now(dossier, network);
        return new Fault(
            "revision", "revision_changed",
            $"画面を開いたあとに会議の日時が変わりました（版 {seen} → {dossier.Revision}）。現在は「{StateNames.Ja(dossier.StateName)}」、{ja}です。開き直して確認してから、もう一度操作してください。",
            $"The conference's time has changed since it was looked at (revision {seen}, now {dossier.Revision}): it is {dossier.StateName}, {en}. Look at it again, then decide.");
    }

    private static (string Ja, string En) Now(Dossier dossier, NetworkTime network)
    {
        if (dossier.State?.Slot is not { } slot)
            return ("日時は未定", "without a time");
        var start = network.ToLocal(slot.Start);
        return ($"日時は {start.ToString("yyyy/M/d HH:mm", CultureInfo.InvariantCulture)}", $"on {start.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture)}");
    }
}
