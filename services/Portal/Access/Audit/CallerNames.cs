using Conference.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Audit;

/// <summary>What the callers of entries are called today; the log itself keeps ids only.</summary>
internal sealed class CallerNames(PortalStore store)
{
    private const string Machine = "token:";

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> callerIds, CancellationToken cancellationToken)
    {
        var ids = callerIds.Distinct().ToList();
        var users = Guids(ids, "");
        var machines = Guids(ids, Machine);
        var names = await store.Users.AsNoTracking().Where(user => users.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id.ToString(), user => user.Name, cancellationToken);
        foreach (var token in await store.Tokens.AsNoTracking().Where(token => machines.Contains(token.Id)).ToListAsync(cancellationToken))
            names[$"{Machine}{token.Id}"] = token.Name;
        return names;
    }

    private static List<Guid> Guids(IEnumerable<string> ids, string prefix) =>
        [.. ids.Where(id => id.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParse(id.AsSpan(prefix.Length), out _)).Select(id => Guid.Parse(id.AsSpan(prefix.Length)))];
}
