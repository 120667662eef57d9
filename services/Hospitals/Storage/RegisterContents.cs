using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Storage;

/// <summary>Whether the register holds more than the registry that ships with it: an import leaves everything at its first version.</summary>
internal sealed class RegisterContents(HospitalsStore store) : IStoreContents
{
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (await store.Contacts.AnyAsync(list => list.Version > 1, cancellationToken))
            return "contacts that were entered";
        if (await store.Hospitals.AnyAsync(hospital => hospital.Version > 1 || hospital.Registry == null, cancellationToken))
            return "hospitals that were registered or changed";
        if (await store.Holidays.AnyAsync(calendar => calendar.Version > 1, cancellationToken))
            return "holidays that were entered";
        return await store.Closures.AnyAsync(cancellationToken) || await store.ConnectionTests.AnyAsync(cancellationToken) ? "closures or connection tests" : null;
    }
}
