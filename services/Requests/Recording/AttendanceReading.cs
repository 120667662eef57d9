using Conference.Contracts.Requests;
using Conference.Requests.Requesting;

namespace Conference.Requests.Recording;

/// <summary>Reads who took part, or finds all that is wrong with it.</summary>
internal static class AttendanceReading
{
    public const int MaxMinutes = 20_000;

    // Every profession of 501 hospitals.
    private const int MaxLines = 501 * 15;

    public static IReadOnlyList<AttendanceEntry> Read(AttendanceBody body, IReadOnlySet<string> hospitals, FaultList faults)
    {
        faults.Text("minutes", body.Minutes, MaxMinutes, "議事要旨", "The minutes");
        if (body.Attendance is not { Count: > 0 and <= MaxLines } lines)
        {
            faults.Add("attendance", "attendance_missing", $"出席を 1〜{MaxLines} 行で指定してください。", $"Give 1 to {MaxLines} lines of attendance.");
            return [];
        }

        var seen = new HashSet<(string, Profession)>();
        return [.. lines.Select((line, i) => Read($"attendance[{i}]", line, hospitals, seen, faults))];
    }

    private static AttendanceEntry Read(string field, AttendanceLine? line, IReadOnlySet<string> hospitals, HashSet<(string, Profession)> seen, FaultList faults)
    {
        var before = faults.All.Count;
        if (line?.HospitalId is not { Length: > 0 } hospital)
            faults.Missing($"{field}.hospitalId", "施設", "the hospital");
        else if (!hospitals.Contains(hospital))
            faults.Add($"{field}.hospitalId", "not_a_participant", "この会議の参加施設ではありません。", "This hospital is not one of the conference's.");
        var profession = faults.Code<Profession>($"{field}.profession", line?.Profession);
        var entry = new AttendanceEntry
        {
            HospitalId = line?.HospitalId ?? "",
            Profession = profession,
            Inside = faults.Number($"{field}.inside", line?.Inside, 0, 10_000, 0, "院内の人数", "the number of people inside"),
            Outside = faults.Number($"{field}.outside", line?.Outside, 0, 10_000, 0, "院外の人数", "the number of people outside"),
        };
        if (faults.All.Count == before && !seen.Add((entry.HospitalId, profession)))
            faults.Add(field, "duplicate_line", "同じ施設・職種の行が 2 つあります。", "There are two lines of this hospital and profession.");
        return entry;
    }
}
