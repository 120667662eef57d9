using System.Globalization;
using System.Text.RegularExpressions;
using Conference.Contracts;
using Conference.Contracts.Requests;

namespace Conference.Portal.Pages.Conferences;

/// <summary>The form of a conference's record: what is recorded so far, or what was posted and is still to be kept.</summary>
public sealed partial class RecordFields
{
    private readonly IReadOnlyDictionary<string, string> _people;

    private RecordFields(IReadOnlyList<string> hospitals, IReadOnlyDictionary<string, string> people, string minutes)
    {
        (Hospitals, Minutes) = (hospitals, minutes);
        _people = people;
        Lines = [.. ReadLines()];
        Counts = [.. from name in Names() let text = Text(name) where text.Length > 0 select (name, text)];
    }

    /// <summary>The hospitals that are asked about, in the order of the form.</summary>
    public IReadOnlyList<string> Hospitals { get; }

    public string Minutes { get; }

    /// <summary>Every input that is filled in, in the order of the form.</summary>
    public IReadOnlyList<(CountName Name, string Text)> Counts { get; }

    /// <summary>The first input with anything but a number.</summary>
    public CountName? NotANumber => Counts.Where(count => Number(count.Text) is null).Select(count => count.Name).FirstOrDefault();

    /// <summary>Who took part: a line for each profession of which somebody did.</summary>
    public IReadOnlyList<AttendanceEntry> Lines { get; }

    public static RecordFields Of(ConferenceView view) => new(
        [.. view.Participants.Select(participant => participant.HospitalId)],
        view.Attendance.SelectMany(entry => new[] { (Side: "in", Count: entry.Inside), (Side: "out", Count: entry.Outside) }
                .Where(side => side.Count != 0)
                .Select(side => (new CountName(entry.HospitalId, entry.Profession, side.Side), side.Count)))
            .ToDictionary(count => count.Item1.ToString(), count => count.Count.ToString(CultureInfo.InvariantCulture)),
        view.Minutes ?? "");

    /// <summary>As it was posted: it names its hospitals itself, so that nothing is lost where the conference cannot be read.</summary>
    public static RecordFields Of(IFormCollection posted, ConferenceView? view) => new(
        [.. (view is null ? [] : Of(view).Hospitals).Concat(posted.Keys.Select(key => HospitalOf().Match(key)).Where(match => match.Success).Select(match => match.Groups[1].Value)).Distinct()],
        posted.Where(field => HospitalOf().IsMatch(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToString()),
        posted["Minutes"].ToString());

    public bool Has(string hospitalId) => Counts.Any(count => count.Name.HospitalId == hospitalId);

    /// <summary>The input that a fault means: by its own name, or by the line that it was sent in.</summary>
    public string? IdOf(string field)
    {
        if (LineOf().Match(field) is { Success: true } line && int.TryParse(line.Groups[1].Value, CultureInfo.InvariantCulture, out var index) && index < Lines.Count)
            return new CountName(Lines[index].HospitalId, Lines[index].Profession, line.Groups[2].Value == "outside" ? "out" : "in").Id;
        return Counts.Where(count => count.Name.ToString() == field).Select(count => count.Name.Id).FirstOrDefault();
    }

    public string Text(CountName name) => _people.GetValueOrDefault(name.ToString(), "").Trim();

    // As Japanese keyboards write them, too.
    private static int? Number(string text) =>
        text.Length == 0 ? 0 : int.TryParse(CompatibilityForm.Of(text), CultureInfo.InvariantCulture, out var count) ? count : null;

    private IEnumerable<AttendanceEntry> ReadLines() =>
        from hospital in Hospitals
        from profession in Enum.GetValues<Profession>()
        let inside = Number(Text(new(hospital, profession, "in"))) ?? 0
        let outside = Number(Text(new(hospital, profession, "out"))) ?? 0
        where inside != 0 || outside != 0
        select new AttendanceEntry { HospitalId = hospital, Profession = profession, Inside = inside, Outside = outside };

    private IEnumerable<CountName> Names() =>
        from hospital in Hospitals
        from profession in Enum.GetValues<Profession>()
        from side in CountName.Sides
        select new CountName(hospital, profession, side);

    [GeneratedRegex(@"^People\[([^.\]]+)\.")]
    private static partial Regex HospitalOf();

    [GeneratedRegex(@"^attendance\[(\d+)\]\.?(\w*)")]
    private static partial Regex LineOf();

    /// <summary>The input of how many of a profession were there, inside or outside.</summary>
    public sealed record CountName(string HospitalId, Profession Profession, string Side)
    {
        public static readonly string[] Sides = ["in", "out"];

        public string Id => $"{HospitalId}-{Code.Of(Profession)}-{Side}";

        public override string ToString() => $"People[{HospitalId}.{Code.Of(Profession)}.{Side}]";
    }
}
