using Conference.Contracts.Council;
using Conference.Contracts.Requests;

namespace Conference.Council.Reports;

/// <summary>Adds up what was held.</summary>
internal static class ActivityCounting
{
    public static IReadOnlyList<ActivityByKind> ByKind(IEnumerable<ActivityCount> held) =>
    [
        .. held.GroupBy(count => count.Conference.Kind).OrderBy(kind => kind.Key).Select(kind => new ActivityByKind
        {
            Kind = kind.Key,
            Conferences = kind.Count(),
            People = kind.Sum(count => count.People),
            Minutes = kind.Sum(count => count.Minutes),
        }),
    ];

    public static IReadOnlyList<ActivityByProfession> ByProfession(IEnumerable<ActivityCount> held) =>
    [
        .. held.SelectMany(count => count.Attendance).GroupBy(entry => entry.Profession).OrderBy(profession => profession.Key).Select(profession => new ActivityByProfession
        {
            Profession = profession.Key,
            Inside = profession.Sum(entry => entry.Inside),
            Outside = profession.Sum(entry => entry.Outside),
        }),
    ];

    public static IReadOnlyList<ActivityByHospital> ByHospital(IReadOnlyCollection<ActivityCount> held, IReadOnlyDictionary<string, string> names)
    {
        var hosted = held.CountBy(count => count.Conference.HostHospitalId).ToDictionary();
        var attended = held.SelectMany(count => count.HospitalIds).CountBy(hospitalId => hospitalId).ToDictionary();
        var people = held.SelectMany(count => count.Attendance).AggregateBy(entry => entry.HospitalId, 0, (sum, entry) => sum + entry.Inside + entry.Outside).ToDictionary();
        return
        [
            .. attended.Keys.Order(StringComparer.Ordinal).Select(hospitalId => new ActivityByHospital
            {
                HospitalId = hospitalId,
                Name = names.GetValueOrDefault(hospitalId, hospitalId),
                Hosted = hosted.GetValueOrDefault(hospitalId),
                Attended = attended[hospitalId],
                People = people.GetValueOrDefault(hospitalId),
            }),
        ];
    }
}
