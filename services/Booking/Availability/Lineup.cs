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

    /// <summary>Required ones first; of two wishes for a site the first counts.</summary>
    public static Lineup Of(SlotCriteria criteria, NetworkSnapshot network)
    {
        var (seats, sites) = (new List<Seat>(criteria.Participants.Count), new HashSet<string>(criteria.Participants.Count, StringComparer.Ordinal));
        return new Lineup { Impossible = Look(required: true), Missing = Look(required: false), Seats = seats };

        List<(string, Remark)> Look(bool required)
        {
            var absent = new List<(string, Remark)>();
            foreach (var participant in criteria.Participants)
            {
                if (participant.Required != required)
                    continue;
                var hospital = network.Hospitals.GetValueOrDefault(participant.HospitalId);
                if (hospital is not { Withdrawn: false } || hospital.SiteFor(participant.SiteId) is not { } site)
                    absent.Add((participant.HospitalId, Wording.Absent(participant, hospital)));
                else if (!IsReached(network, participant.HospitalId))
                    absent.Add((participant.HospitalId, Wording.OutOfReach(hospital)));
                else if (sites.Add(site.SiteId))
                    seats.Add(new Seat(hospital, site.SiteId, site.Ports, required, network.Sites.GetValueOrDefault(site.SiteId, SiteFacts.None)));
            }

            return absent;
        }
    }

    private static bool IsReached(NetworkSnapshot network, string hospitalId)
    {
        foreach (var bridge in network.Bridges)
        {
            if (bridge.Reaches(hospitalId))
                return true;
        }

        return false;
    }
}
