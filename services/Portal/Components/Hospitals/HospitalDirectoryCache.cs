using Conference.Contracts.Hospitals;

namespace Conference.Portal.Components.Hospitals;

/// <summary>Names of hospitals are the same for every reader and change seldom: one list for all, for a minute.</summary>
internal sealed class HospitalDirectoryCache(TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private volatile Snapshot _snapshot = new(DateTimeOffset.MinValue, []);

    public Dictionary<string, HospitalListItem>? Fresh =>
        _snapshot is { Hospitals.Count: > 0 } snapshot && time.GetUtcNow() < snapshot.ReadAt + Lasts ? snapshot.Hospitals : null;

    public Dictionary<string, HospitalListItem> Latest => _snapshot.Hospitals;

    public void Keep(Dictionary<string, HospitalListItem> hospitals) => _snapshot = new Snapshot(time.GetUtcNow(), hospitals);

    /// <summary>The next reader asks again; what is known serves only while the service does not answer.</summary>
    public void Forget() => _snapshot = _snapshot with { ReadAt = DateTimeOffset.MinValue };

    private sealed record Snapshot(DateTimeOffset ReadAt, Dictionary<string, HospitalListItem> Hospitals);
}
