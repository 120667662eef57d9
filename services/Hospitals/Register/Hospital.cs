using Conference.Contracts.Hospitals;
using Conference.Hospitals.Registry;
using Conference.Hospitals.Sites;

namespace Conference.Hospitals.Register;

/// <summary>A hospital of the network with its sites. What it was called and how it was designated, and when, is its history.</summary>
internal sealed class Hospital
{
    public required string HospitalId { get; init; }

    public long Version { get; private set; }

    public required string NameJa { get; set; }

    public required string OfficialNameJa { get; set; }

    public required string NameKana { get; set; }

    public required string NameEn { get; set; }

    public required string Prefecture { get; init; }

    public required HospitalKind Kind { get; set; }

    public required string Area2Name { get; set; }

    public required string Address { get; set; }

    public required string Website { get; set; }

    public int? Beds { get; set; }

    /// <summary>Professions that it can bring to a conference, and on which days of the week.</summary>
    public IReadOnlyList<BroughtProfession> Professions { get; set; } = [];

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>What the registry said last, so that an import carries over what the registry changed and nothing else.</summary>
    public RegistryEntry? Registry { get; set; }

    /// <summary>All names in the form in which they are searched.</summary>
    public string SearchText { get; private set; } = "";

    public List<HospitalDesignation> History { get; init; } = [];

    public List<Site> Sites { get; init; } = [];

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>Records that something of the hospital or its sites is different now.</summary>
    public void Touch()
    {
        Version++;
        SearchText = Register.SearchText.Of(HospitalId, NameJa, OfficialNameJa, NameKana, NameEn);
    }

    /// <summary>Dates the present kind and name. A first day not after the present designation's corrects that designation.</summary>
    public void Designate(DateOnly from)
    {
        var present = History.MaxBy(designation => designation.From);
        if (present is not null && present.Kind == Kind && present.NameJa == NameJa)
            return;

        if (present is not null && from <= present.From)
        {
            present.Kind = Kind;
            present.NameJa = NameJa;
            return;
        }

        present?.To = from.AddDays(-1);
        History.Add(new HospitalDesignation { HospitalId = HospitalId, From = from, Kind = Kind, NameJa = NameJa });
    }

    public void Withdraw(DateTimeOffset at, DateOnly today)
    {
        WithdrawnAt = at;
        History.MaxBy(designation => designation.From)?.To = today;
        Touch();
    }
}
