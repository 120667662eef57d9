using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Registry;

/// <summary>
/// Brings the register up to a registry file in one transaction. Running it again changes nothing; sites and
/// contacts of known hospitals are not touched; hospitals that the file does not name are reported, not withdrawn.
/// </summary>
internal sealed class RegistryImport(HospitalsStore store)
{
    public async Task<RegistryImportResult> RunAsync(RegistryReading reading, DateOnly asOf, CancellationToken cancellationToken)
    {
        RegistryImportResult? result = null;
        await store.InTransactionAsync(async () => result = await ApplyAsync(reading, asOf, cancellationToken), cancellationToken);
        return result!;
    }

    /// <summary>The same inside a transaction that the caller has begun.</summary>
    public async Task<RegistryImportResult> ApplyAsync(RegistryReading reading, DateOnly asOf, CancellationToken cancellationToken)
    {
        var known = await store.Hospitals.Include(hospital => hospital.Sites).Include(hospital => hospital.History).AsSplitQuery()
            .ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var changed = 0;
        foreach (var entry in reading.Entries)
        {
            if (!known.TryGetValue(entry.HospitalId, out var hospital))
            {
                await AddAsync(entry, asOf, cancellationToken);
            }
            else if (hospital.Take(entry, asOf))
            {
                changed++;
                await store.PublishAsync(hospital.ToChanged(), cancellationToken);
            }
        }

        var added = reading.Entries.Count(entry => !known.ContainsKey(entry.HospitalId));
        return new RegistryImportResult
        {
            Rows = reading.Rows,
            Added = added,
            Changed = changed,
            Unchanged = reading.Entries.Count - added - changed,
            Errors = reading.Errors,
            NotInFile = [.. known.Values.Where(hospital => !hospital.IsWithdrawn && !reading.Named.Contains(hospital.HospitalId)).Select(hospital => hospital.HospitalId).Order(StringComparer.Ordinal)],
        };
    }

    private async Task AddAsync(RegistryEntry entry, DateOnly asOf, CancellationToken cancellationToken)
    {
        var hospital = NewHospital.Make(entry.HospitalId);
        hospital.Take(entry, asOf);
        var contacts = NewHospital.PlaceholderContact(hospital);
        store.Add(hospital);
        store.Add(contacts);
        await store.PublishAsync(hospital.ToChanged(), cancellationToken);
        await store.PublishAsync(contacts.ToChanged(), cancellationToken);
    }
}
