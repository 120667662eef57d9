using Conference.Contracts.Requests;
using Conference.Requests.Hospitals;

namespace Conference.Requests.Requesting;

/// <summary>Reads who shall take part, against the hospitals that are known.</summary>
internal sealed class ParticipantReading(FaultList faults, IReadOnlyDictionary<string, KnownHospital> known)
{
    public const int MaxParticipants = 500;

    public string Host(string? hospitalId)
    {
        if (string.IsNullOrEmpty(hospitalId))
            faults.Missing("hostHospitalId", "主催施設", "the hospital that holds it");
        else
            _ = Known("hostHospitalId", hospitalId);
        return hospitalId ?? "";
    }

    public IReadOnlyList<ConferenceParticipant> Participants(IReadOnlyList<ParticipantBody?>? participants, string host)
    {
        if (participants is null or { Count: 0 })
        {
            faults.Add("participants", "no_participants", "参加施設を 1 つ以上指定してください。", "Give at least one hospital that takes part.");
            return [];
        }

        if (participants.Count > MaxParticipants)
        {
            faults.Add("participants", "too_many_participants", $"参加施設は {MaxParticipants} 以内にしてください。", $"Give at most {MaxParticipants} hospitals.");
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. participants.Select((participant, i) => Participant($"participants[{i}]", participant, host, seen)).OfType<ConferenceParticipant>()];
    }

    private ConferenceParticipant? Participant(string field, ParticipantBody? participant, string host, HashSet<string> seen)
    {
        if (participant?.HospitalId is not { Length: > 0 } id)
        {
            faults.Missing($"{field}.hospitalId", "参加施設", "the hospital");
            return null;
        }

        var hospital = Known($"{field}.hospitalId", id);
        if (id == host)
            faults.Add($"{field}.hospitalId", "host_among_participants", "主催施設は参加施設に含めないでください。", "The host takes part anyway; leave it out of the participants.");
        if (!seen.Add(id))
            faults.Add($"{field}.hospitalId", "duplicate_participant", "同じ施設が 2 回指定されています。", "This hospital is given twice.");
        if (participant.SiteId is { } site && hospital?.ActiveSites.Contains(site) == false)
            faults.Add($"{field}.siteId", "unknown_site", "この施設に予約できる端末がありません。", "The hospital has no such site that can be booked.");
        return new ConferenceParticipant { HospitalId = id, SiteId = participant.SiteId, Required = participant.Required ?? false, Role = Role($"{field}.role", participant.Role) };
    }

    // Who is asked for nothing in particular listens.
    private ParticipantRole Role(string field, string? code)
    {
        var role = faults.Code<ParticipantRole>(field, code, ParticipantRole.Observer);
        if (role == ParticipantRole.HostSite)
            faults.Add(field, "role_of_host", "主催施設の役割は参加施設に指定できません。", "Only the host has this role.");
        return role;
    }

    private KnownHospital? Known(string field, string hospitalId)
    {
        if (!known.TryGetValue(hospitalId, out var hospital))
            faults.Add(field, "unknown_hospital", "登録されていない施設です。施設番号を確認してください。", "No such hospital is registered. Check its id.");
        else if (hospital.Withdrawn)
            faults.Add(field, "withdrawn_hospital", $"{hospital.NameJa}はネットワークから外れています。", $"{hospital.NameEn} has left the network.");
        return hospital;
    }
}
