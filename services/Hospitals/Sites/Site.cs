using Conference.Contracts.Hospitals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Conference.Hospitals.Sites;

/// <summary>A place from which a hospital connects.</summary>
internal sealed class Site
{
    public required string SiteId { get; init; }

    public required string HospitalId { get; init; }

    public required int Serial { get; init; }

    public required string Name { get; set; }

    public EndpointProtocol Protocol { get; set; }

    /// <summary>Null until somebody enters it.</summary>
    public string? Address { get; set; }

    public int Ports { get; set; } = 1;

    public bool Active { get; set; } = true;

    public static Site New(string hospitalId, int serial, string name) =>
        new() { SiteId = $"{hospitalId}-{serial}", HospitalId = hospitalId, Serial = serial, Name = name };

    public HospitalSite ToContract() =>
        new() { SiteId = SiteId, Name = Name, Protocol = Protocol, Address = Address, Ports = Ports, Active = Active };
}

internal sealed class SiteMapping : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.ToTable("sites");
        builder.HasKey(site => site.SiteId);
        builder.Property(site => site.SiteId).HasMaxLength(20);
        builder.Property(site => site.Name).HasMaxLength(100);
        builder.Property(site => site.Address).HasMaxLength(300);
        builder.Property(site => site.Protocol).HasConversion<string>().HasMaxLength(10);
        builder.HasIndex(site => site.HospitalId);
    }
}
