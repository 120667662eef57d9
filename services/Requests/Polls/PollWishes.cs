using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Requests.Lifecycle;

namespace Conference.Requests.Polls;

/// <summary>What Booking and Invitations are asked for by a poll.</summary>
internal static class PollWishes
{
    public static HoldCandidates HoldCandidates(this ConferenceState state, RequestsOptions options, DateTimeOffset now)
    {
        var hold = state.HoldSlot(options, now);
        var poll = state.Sought().Poll!;
        var earliest = (poll.Deadline > now ? poll.Deadline : now) + options.EarliestStart;
        return new HoldCandidates
        {
            ConferenceId = state.CorrelationId,
            Revision = state.Attempt,
            Criteria = hold.Criteria with { Start = null, NotBefore = poll.Best > 0 ? earliest : null },
            Starts = poll.Candidates,
            Best = poll.Best,
            HoldUntil = poll.Deadline + options.PollDecideWithin,
        };
    }

    public static TakeCandidate TakeCandidate(this ConferenceState state, RequestsOptions options, DateTimeOffset now) => new()
    {
        ConferenceId = state.CorrelationId,
        Revision = state.Attempt,
        PollRevision = state.Poll!.Revision,
        Start = state.Poll.Decided!.Value,
        HoldFor = state.HoldSlot(options, now).HoldFor,
    };

    public static SendPoll SendPoll(this ConferenceState state)
    {
        var (poll, request) = (state.Poll!, state.Request);
        return new SendPoll
        {
            ConferenceId = state.CorrelationId,
            Revision = poll.Revision,
            Brief = new PollBrief
            {
                Number = state.Number,
                Kind = request.Kind,
                HostHospitalId = request.HostHospitalId,
                CaseCount = request.CaseCount,
                Deadline = poll.Deadline,
                Candidates = [.. poll.Candidates.Select(candidate => new PollCandidate { Start = candidate.Slot.Start, End = candidate.Slot.End, LeftOut = candidate.LeftOut })],
                Professions = request.Quorum.Professions,
            },
            Hospitals =
            [
                .. request.Participants
                    .Where(hospital => poll.Candidates.Any(candidate => !candidate.LeftOut.Contains(hospital.HospitalId)))
                    .Select(hospital => new InvitedHospital { HospitalId = hospital.HospitalId, Required = hospital.Required, Role = hospital.Role }),
            ],
        };
    }
}
