using Conference.Contracts.Requests;
using Conference.Platform.Authorization;

namespace Conference.Portal.Pages.Conferences;

/// <summary>What a state means for its reader: the colour of its sentence, and what may be done.</summary>
public sealed class Stage(ConferenceView conference, Caller caller)
{
    private readonly bool _coordinates = caller.May(Permission.ManageConferences, conference.Request.HostHospitalId);

    /// <summary>States that pass by themselves within moments.</summary>
    public bool Passing => conference.State is "Placing" or "Reserved" or "Inviting" or "Replacing" or "Confirming";

    /// <summary>The state, and apart from it the one in which a time is kept and somebody has to decide.</summary>
    public string Standing => conference switch
    {
        { State: "Unplaced", Slot: not null } => "Kept",
        { State: "Unplaced", Poll.Open: true } => "Undecided",
        _ => conference.State,
    };

    /// <summary>Nobody meets at the time that is shown, or not yet.</summary>
    public bool Off => conference is { Slot: not null, State: "Unplaced" or "Cancelled" };

    /// <summary>Why this time was good, and what to see to before it, matters until it has come.</summary>
    public bool Ahead => conference.State is not ("Unplaced" or "Cancelled" or "InSession" or "AwaitingRecord" or "Completed");

    public string Tone => conference.State switch
    {
        "Unplaced" => "bad",
        "AwaitingReplies" or "Polling" => "wait",
        "Replacing" => "warn",
        "Confirmed" => "good",
        "AwaitingRecord" => "record",
        "Completed" or "Cancelled" => "calm",
        _ => "info",
    };

    public bool MayCancel => _coordinates && conference.State is not ("Completed" or "Cancelled" or "AwaitingRecord" or "InSession");

    public bool MayReschedule => _coordinates && conference.State is "Unplaced" or "Polling" or "AwaitingReplies" or "Confirmed";

    /// <summary>Whether waiting for a slot is to be had: not for a fixed time that it has already.</summary>
    public bool MayWait => _coordinates && conference is { State: "Unplaced" } and ({ Slot: null } or { Request.Window: not null });

    public bool MayAmend => MayReschedule;

    public bool MayConfirm => _coordinates && conference.Slot is not null && conference.State is "AwaitingReplies" or "Unplaced";

    public bool MayDecide => _coordinates && conference.State is "Polling" or "Unplaced";

    public bool MayRecord => _coordinates && conference.State is "AwaitingRecord" or "Completed";

    public bool MayVoteFor(string hospitalId) =>
        conference.State is "Polling" or "Unplaced" or "Replacing"
        && PermissionTable.Allows(caller.Role, Permission.AnswerOnBehalf)
        && (caller.Scope.Covers(hospitalId) || caller.Scope.Covers(conference.Request.HostHospitalId));

    public bool MayAnswerFor(ParticipantStatus participant) =>
        conference.State is "AwaitingReplies" or "Confirmed" or "Replacing"
        && participant.HospitalId != conference.Request.HostHospitalId
        && PermissionTable.Allows(caller.Role, Permission.AnswerOnBehalf)
        && (caller.Scope.Covers(participant.HospitalId) || caller.Scope.Covers(conference.Request.HostHospitalId));
}
