using Conference.Council.Storage;
using Conference.Platform.Authorization;

namespace Conference.Council.Schedule;

/// <summary>Questions to the read model.</summary>
internal static class ScheduleReading
{
    /// <summary>Conferences that start within [from, to) and in which a hospital of the scope takes part.</summary>
    /// <remarks>
    /// Membership is an uncorrelated IN: both stores then begin at the index of hospital or prefecture and start,
    /// instead of asking row by row.
    /// </remarks>
    public static IQueryable<ScheduledConference> Between(this CouncilStore store, DateTimeOffset from, DateTimeOffset to, params IEnumerable<Scope> scopes)
    {
        var conferences = store.Conferences.Where(conference => conference.Start >= from && conference.Start < to);
        foreach (var scope in scopes.Where(scope => !scope.IsNation))
        {
            var value = scope.Value;
            var rows = store.ConferenceHospitals.Where(row => row.Start >= from && row.Start < to);
            var members = scope.Kind == "prefecture" ? rows.Where(row => row.Prefecture == value) : rows.Where(row => row.HospitalId == value);
            var ids = members.Select(row => row.ConferenceId);
            conferences = conferences.Where(conference => ids.Contains(conference.ConferenceId));
        }

        return conferences;
    }
}
