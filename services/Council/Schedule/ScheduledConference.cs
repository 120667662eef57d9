using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;

namespace Conference.Council.Schedule;

/// <summary>A conference as the last message about it said.</summary>
internal sealed class ScheduledConference
{
    private readonly List<ScheduledHospital> _hospitals = [];

    public required Guid ConferenceId { get; init; }

    public long Version { get; private set; }

    public string Number { get; private set; } = "";

    public string State { get; private set; } = "";

    public int Revision { get; private set; }

    public string Title { get; private set; } = "";

    public ConferenceKind Kind { get; private set; }

    public string? RequestedBy { get; private set; }

    public string HostHospitalId { get; private set; } = "";

    public DateTimeOffset? Start { get; private set; }

    public DateTimeOffset? End { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>All hospitals, the host first, as the message gave them.</summary>
    public IReadOnlyList<ParticipantStatus> Participants { get; private set; } = [];

    /// <summary>The same hospitals as rows, for the indexes.</summary>
    public IReadOnlyCollection<ScheduledHospital> Hospitals => _hospitals;

    public static ScheduledConference Of(ConferenceChanged message)
    {
        var conference = new ScheduledConference { ConferenceId = message.ConferenceId };
        conference.Set(message);
        return conference;
    }

    /// <summary>Takes over a newer version and ignores any other.</summary>
    public void Take(ConferenceChanged message)
    {
        if (message.Version > Version)
            Set(message);
    }

    /// <summary>Whether the hospital took part or is expected to: it holds the conference or has accepted.</summary>
    public bool Expects(ParticipantStatus participant) =>
        participant.HospitalId == HostHospitalId || participant is { Booked: true, Answer: Answer.Accepted };

    private void Set(ConferenceChanged message)
    {
        Version = message.Version;
        Number = message.Number;
        State = message.State;
        Revision = message.Revision;
        Title = message.Title;
        Kind = message.Kind;
        RequestedBy = message.RequestedBy;
        HostHospitalId = message.HostHospitalId;
        Start = message.Start;
        End = message.End;
        ChangedAt = message.ChangedAt;
        Participants = message.Participants;
        SetHospitals([.. message.Participants.Select(participant => participant.HospitalId).Prepend(message.HostHospitalId).Distinct()]);
    }

    private void SetHospitals(IReadOnlyCollection<string> hospitalIds)
    {
        _hospitals.RemoveAll(row => !hospitalIds.Contains(row.HospitalId));
        foreach (var row in _hospitals)
            row.Start = Start;
        foreach (var hospitalId in hospitalIds.Except(_hospitals.Select(row => row.HospitalId)).ToList())
            _hospitals.Add(ScheduledHospital.Of(ConferenceId, hospitalId, Start));
    }
}
