using Conference.Council.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Hospitals;

internal static class HospitalNames
{
    /// <summary>Names of those hospitals that are known here yet.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(this CouncilStore store, IEnumerable<string> hospitalIds, CancellationToken cancellationToken)
    {
        var ids = hospitalIds.Distinct().ToList();
        return await store.Hospitals
            .Where(hospital => ids.Contains(hospital.HospitalId))
            .ToDictionaryAsync(hospital => hospital.HospitalId, hospital => hospital.Name, cancellationToken);
    }
}
