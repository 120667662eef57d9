using System.Xml.Linq;
using Conference.Portal.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Secrets;

/// <summary>Keeps Data Protection's keys in the portal's store: every replica reads the same cookies.</summary>
internal sealed class StoredKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var keys = scope.ServiceProvider.GetRequiredService<PortalStore>().Set<StoredKey>().AsNoTracking().OrderBy(key => key.Id);
        return [.. keys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    // The interface is synchronous; a key is made once in 90 days.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var store = scope.ServiceProvider.GetRequiredService<PortalStore>();
        store.Add(new StoredKey { Id = Guid.CreateVersion7(), Xml = element.ToString(SaveOptions.DisableFormatting) });
        store.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
