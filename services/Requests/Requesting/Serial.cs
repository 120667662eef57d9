using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Requests.Requesting;

/// <summary>The last serial number given out in a fiscal year (April to March).</summary>
internal sealed class Serial
{
    public required int FiscalYear { get; init; }

    public required int Last { get; init; }

    /// <summary>The next number of the day's fiscal year: <c>2026-000123</c>. Belongs to the transaction that is open: given back when it fails.</summary>
    public static async Task<string> NextAsync(RequestsStore store, DateOnly day, CancellationToken cancellationToken)
    {
        var year = day.Month >= 4 ? day.Year : day.Year - 1;
        var table = store.Model.FindEntityType(typeof(Serial))!.GetSchemaQualifiedTableName();
        var sql = $$"""INSERT INTO {{table}} AS s (fiscal_year, last) VALUES ({0}, 1) ON CONFLICT (fiscal_year) DO UPDATE SET last = s.last + 1 RETURNING last AS "Value" """;
        var serial = await store.Database.SqlQueryRaw<int>(sql, year).ToListAsync(cancellationToken);
        return $"{year}-{serial[0]:D6}";
    }
}

internal sealed class SerialMapping : IEntityTypeConfiguration<Serial>
{
    public void Configure(EntityTypeBuilder<Serial> builder)
    {
        builder.ToTable("serials");
        builder.HasKey(serial => serial.FiscalYear);
        builder.Property(serial => serial.FiscalYear).ValueGeneratedNever();
    }
}
