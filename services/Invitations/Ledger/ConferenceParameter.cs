using Conference.Platform.Problems;

namespace Conference.Invitations.Ledger;

/// <summary>The conference that a list or an act is limited to, from <c>?conference=</c>.</summary>
internal static class ConferenceParameter
{
    /// <summary>The id; null where none is given, or with a <c>not_an_id</c> fault where it is none.</summary>
    public static Guid? Read(string? conference, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(conference))
            return null;
        if (Guid.TryParse(conference, out var id))
            return id;
        faults.Add(new Fault("conference", "not_an_id", "conference はカンファレンスの ID で指定してください。", "conference must be the id of a conference."));
        return null;
    }
}
