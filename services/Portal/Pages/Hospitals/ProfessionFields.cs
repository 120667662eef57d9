using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;

namespace Conference.Portal.Pages.Hospitals;

/// <summary>The form of a hospital's professions: a row for each that there is, a box for each day.</summary>
public sealed class ProfessionFields
{
    private static readonly Profession[] All = Enum.GetValues<Profession>();

    /// <summary>One row a profession, in the glossary's order.</summary>
    public List<ProfessionRow> Rows { get; init; } = [];

    /// <summary>The form as the hospital has it now.</summary>
    public static ProfessionFields Of(IReadOnlyList<BroughtProfession> professions) => new()
    {
        Rows = [.. All.Select(profession => ProfessionRow.Of(professions.FirstOrDefault(one => one.Profession == profession)?.Days ?? []))],
    };

    /// <summary>What is sent.</summary>
    public ProfessionsEntry ToEntry() => new()
    {
        Professions =
        [
            .. All.Zip(Rows).Where(row => row.Second.Days.Any())
                .Select(row => new ProfessionEntry { Profession = Code.Of(row.First), Days = [.. row.Second.Days.Select(Code.Of)] }),
        ],
    };
}

/// <summary>The days of one profession. A box that is not ticked is not sent.</summary>
public sealed class ProfessionRow
{
    /// <summary>Monday.</summary>
    public bool Mon { get; set; }

    /// <summary>Tuesday.</summary>
    public bool Tue { get; set; }

    /// <summary>Wednesday.</summary>
    public bool Wed { get; set; }

    /// <summary>Thursday.</summary>
    public bool Thu { get; set; }

    /// <summary>Friday.</summary>
    public bool Fri { get; set; }

    /// <summary>Saturday.</summary>
    public bool Sat { get; set; }

    /// <summary>Sunday.</summary>
    public bool Sun { get; set; }

    /// <summary>Rows are told apart by their place: one without a day would not be sent.</summary>
    public bool Present { get; set; }

    /// <summary>The days that are ticked.</summary>
    public IEnumerable<Weekday> Days => Enum.GetValues<Weekday>().Where(Has);

    /// <summary>A row with these days.</summary>
    public static ProfessionRow Of(IReadOnlyList<Weekday> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new ProfessionRow
        {
            Mon = days.Contains(Weekday.Mon),
            Tue = days.Contains(Weekday.Tue),
            Wed = days.Contains(Weekday.Wed),
            Thu = days.Contains(Weekday.Thu),
            Fri = days.Contains(Weekday.Fri),
            Sat = days.Contains(Weekday.Sat),
            Sun = days.Contains(Weekday.Sun),
        };
    }

    /// <summary>Whether the day is ticked.</summary>
    public bool Has(Weekday day) => day switch
    {
        Weekday.Mon => Mon,
        Weekday.Tue => Tue,
        Weekday.Wed => Wed,
        Weekday.Thu => Thu,
        Weekday.Fri => Fri,
        Weekday.Sat => Sat,
        _ => Sun,
    };
}
