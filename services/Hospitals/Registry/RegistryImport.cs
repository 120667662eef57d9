using Conference.Contracts.Hospitals;
using Conference.Hospitals.Contacts;
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
        var (changed, hospitals, contacts) = (0, new List<HospitalChanged>(), new List<HospitalContactsChanged>());
        foreach (var entry in reading.Entries)
        {
            if (!known.TryGetValue(entry.HospitalId, out var hospital))
            {
                var (added, placeholder) = Add(entry, asOf);
                hospitals.Add(added.ToChanged());
                contacts.Add(placeholder.ToChanged());
            }
            else if (hospital.Take(entry, asOf))
            {
                changed++;
                hospitals.Add(hospital.ToChanged());
            }
        }

        foreach (var portion in hospitals.Chunk(RepublishHospitalsConsumer.Portion))
            await store.PublishAsync(new HospitalsListed { Hospitals = portion }, cancellationToken);
        foreach (var portion in contacts.Chunk(RepublishHospitalsConsumer.Portion))
            await store.PublishAsync(new ContactsListed { Contacts = portion }, cancellationToken);
        return new RegistryImportResult
        {
            Rows = reading.Rows,
            Added = contacts.Count,
            Changed = changed,
            Unchanged = reading.Entries.Count - contacts.Count - changed,
            Errors = reading.Errors,
            NotInFile = [.. known.Values.Where(hospital => !hospital.IsWithdrawn && !reading.Named.Contains(hospital.HospitalId)).Select(hospital => hospital.HospitalId).Order(StringComparer.Ordinal)],
        };
    }

    private (Hospital Hospital, ContactList Contacts) Add(RegistryEntry entry, DateOnly asOf)
    {
        var hospital = NewHospital.Make(entry.HospitalId);
        hospital.Take(entry, asOf);
        var contacts = NewHospital.PlaceholderContact(hospital);
        store.Add(hospital);
        store.Add(contacts);
        return (hospital, contacts);
    }
}
