using Conference.Booking.Network;
using Conference.Contracts;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>A site that is wanted in the slot.</summary>
internal sealed record Seat(KnownHospital Hospital, string SiteId, int Ports, bool Required, SiteFacts Facts)
{
    public string HospitalId => Hospital.HospitalId;
}

/// <summary>Who is to be brought together: the wish, looked up in the network.</summary>
internal sealed record Lineup
{
    public required IReadOnlyList<Seat> Seats { get; init; }

    /// <summary>Required hospitals that can never be booked, and why.</summary>
    public required IReadOnlyList<(string HospitalId, Remark Why)> Impossible { get; init; }

    /// <summary>Optional ones of which that is true.</summary>
    public required IReadOnlyList<(string HospitalId, Remark Why)> Missing { get; init; }

    public static Lineup Of(SlotCriteria criteria, NetworkSnapshot network)
    {
        var seats = new List<Seat>();
        var absent = new List<(SlotParticipant Participant, Remark Why)>();
        foreach (var participant in criteria.Participants.OrderByDescending(participant => participant.Required))
        {
            var hospital = network.Hospitals.GetValueOrDefault(participant.HospitalId);
            if (hospital is { Withdrawn: false } && hospital.SiteFor(participant.SiteId) is { } site)
            {
                if (!seats.Exists(seat => seat.SiteId == site.SiteId))
                    seats.Add(new Seat(hospital, site.SiteId, site.Ports, participant.Required, network.Sites.GetValueOrDefault(site.SiteId, SiteFacts.None)));
            }
            else
            {
                absent.Add((participant, Wording.Absent(participant, hospital)));
            }
        }

        return new Lineup
        {
            Seats = seats,
            Impossible = [.. absent.Where(one => one.Participant.Required).Select(one => (one.Participant.HospitalId, one.Why))],
            Missing = [.. absent.Where(one => !one.Participant.Required).Select(one => (one.Participant.HospitalId, one.Why))],
        };
    }
}
