using Conference.Contracts;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Register;

/// <summary>Which page of a list, from <c>?page=&amp;pageSize=</c>.</summary>
internal readonly record struct Paging(int? Page, int? PageSize)
{
    private const int LargestPage = 1000;

    public void Check(ICollection<Fault> faults)
    {
        if (Page is < 1 or > 1_000_000)
            faults.Add(new("page", "out_of_range", "page は 1 以上にしてください。", "page must be 1 or more."));
        if (PageSize is < 1 or > LargestPage)
            faults.Add(new("pageSize", "out_of_range", $"pageSize は 1 から {LargestPage} にしてください。", $"pageSize must be from 1 to {LargestPage}."));
    }

    public async Task<Page<T>> ReadAsync<T>(IQueryable<T> items, CancellationToken cancellationToken)
    {
        var size = PageSize ?? 100;
        return new Page<T>
        {
            Items = await items.Skip(((Page ?? 1) - 1) * size).Take(size).ToListAsync(cancellationToken),
            Total = await items.CountAsync(cancellationToken),
        };
    }

    public Page<T> Read<T>(IReadOnlyList<T> items)
    {
        var size = PageSize ?? 100;
        return new Page<T> { Items = [.. items.Skip(((Page ?? 1) - 1) * size).Take(size)], Total = items.Count };
    }
}
