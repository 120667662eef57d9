using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Portal.Api;
using Conference.Portal.Components.Wording;

namespace Conference.Portal.Components.Hospitals;

/// <summary>All hospitals by id, for pages that name many of them.</summary>
internal sealed class HospitalDirectory(HospitalsClient hospitals, HospitalDirectoryCache cache)
{
    private Dictionary<string, HospitalListItem> _byId = [];

    public IReadOnlyCollection<HospitalListItem> All => _byId.Values;

    /// <summary>Reads the list unless a fresh one is at hand; keeps the old one when the service does not answer.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken = default)
    {
        _byId = cache.Fresh ?? await ReadAsync(cancellationToken);
    }

    /// <summary>The register was changed here: whoever looks next sees it.</summary>
    public void Forget() => cache.Forget();

    public HospitalListItem? Find(string hospitalId) => _byId.GetValueOrDefault(hospitalId);

    /// <summary>The name in the reader's language; the id where the hospital is not known.</summary>
    public string NameOf(string hospitalId) => Find(hospitalId) is { } hospital ? NameOf(hospital) : hospitalId;

    public static string NameOf(HospitalListItem hospital) => Words.English ? hospital.NameEn : hospital.NameJa;

    /// <summary>Hospitals of a prefecture (any, when empty) whose name, reading or id contains the text; those that have left only when asked for.</summary>
    public IEnumerable<HospitalListItem> Search(string text, string prefecture, bool withdrawn = false) => All
        .Where(hospital => (withdrawn || !hospital.Withdrawn)
            && (prefecture.Length == 0 || hospital.Prefecture == prefecture)
            && HospitalSearch.Matches(hospital, text))
        .OrderBy(hospital => hospital.HospitalId, StringComparer.Ordinal);

    private async Task<Dictionary<string, HospitalListItem>> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await hospitals.GetAsync<Page<HospitalListItem>>("/api/hospitals?pageSize=1000", cancellationToken);
        if (!answer.Succeeded)
            return cache.Latest;
        var read = answer.Value.Items.ToDictionary(hospital => hospital.HospitalId);
        cache.Keep(read);
        return read;
    }
}
