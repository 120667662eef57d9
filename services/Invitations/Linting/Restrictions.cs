using System.Collections.Frozen;

namespace Conference.Invitations.Linting;

/// <summary>How often a property may stand in an event of each method (RFC 5546 section 3.2).</summary>
internal static class Restrictions
{
    // once: exactly one; some: one or more; never: none; single: none or one. What is not named may stand as often as it likes.
    private const string Single = "CLASS CREATED DESCRIPTION DTEND DURATION GEO LAST-MODIFIED LOCATION PRIORITY RRULE STATUS TRANSP URL";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, (int Least, int Most)>> Table = new Dictionary<string, (string Once, string Some, string Never, string Single)>
    {
        ["REQUEST"] = ("DTSTAMP DTSTART ORGANIZER SUMMARY UID", "ATTENDEE", "REQUEST-STATUS", $"{Single} SEQUENCE RECURRENCE-ID"),
        ["ADD"] = ("DTSTAMP DTSTART ORGANIZER SEQUENCE SUMMARY UID", "", "RECURRENCE-ID REQUEST-STATUS", Single),
        ["CANCEL"] = ("DTSTAMP ORGANIZER SEQUENCE UID", "", "REQUEST-STATUS", $"{Single} DTSTART SUMMARY RECURRENCE-ID"),
        ["DECLINECOUNTER"] = (
            "DTSTAMP ORGANIZER UID", "",
            "ATTACH ATTENDEE CATEGORIES CLASS CONTACT CREATED DESCRIPTION DTEND DTSTART DURATION EXDATE GEO LAST-MODIFIED LOCATION PRIORITY RDATE RELATED-TO RESOURCES RRULE STATUS SUMMARY TRANSP URL",
            "SEQUENCE RECURRENCE-ID"),
        ["PUBLISH"] = ("DTSTAMP DTSTART ORGANIZER SUMMARY UID", "", "ATTENDEE REQUEST-STATUS", $"{Single} SEQUENCE RECURRENCE-ID"),
    }.ToFrozenDictionary(row => row.Key, row => Rows(row.Value));

    /// <summary>Methods that go out from here.</summary>
    public static bool Knows(string method) => Table.ContainsKey(method);

    /// <summary>Components that may not stand in an event of this method.</summary>
    public static bool MayHaveAlarm(string method) => method is "REQUEST" or "ADD" or "PUBLISH";

    public static FrozenDictionary<string, (int Least, int Most)> Of(string method) => Table[method];

    private static FrozenDictionary<string, (int, int)> Rows((string Once, string Some, string Never, string Single) row)
    {
        var rows = new Dictionary<string, (int, int)>();
        Put(row.Once, (1, 1));
        Put(row.Some, (1, int.MaxValue));
        Put(row.Never, (0, 0));
        Put(row.Single, (0, 1));
        return rows.ToFrozenDictionary();

        void Put(string names, (int, int) times)
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                rows.Add(name, times);
        }
    }
}
