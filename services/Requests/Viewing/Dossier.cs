using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle;
using Conference.Requests.Polls;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Viewing;

/// <summary>A conference as this service knows it: the accepted request, and what became of it once the lifecycle has taken it up.</summary>
internal sealed record Dossier(AcceptedRequest Accepted, ConferenceState? State)
{
    public string StateName => State?.CurrentState ?? nameof(ConferenceLifecycle.Placing);

    public ConferenceRequest Request => State?.Request ?? Accepted.Request;

    /// <summary>That of the time in force; a request that was not taken up yet is at its first.</summary>
    public int Revision => State?.Revision ?? 1;

    public IEnumerable<string> Hospitals => Request.Participants.Select(participant => participant.HospitalId).Prepend(Request.HostHospitalId);

    public static async Task<Dossier?> FindAsync(RequestsStore store, Guid id, CancellationToken cancellationToken)
    {
        // The request is there from the first moment, the state a moment later.
        var accepted = await store.Requests.AsNoTracking().SingleOrDefaultAsync(request => request.ConferenceId == id, cancellationToken);
        return accepted is null
            ? null
            : new Dossier(accepted, await store.Conferences.AsNoTracking().SingleOrDefaultAsync(state => state.CorrelationId == id, cancellationToken));
    }

    public async Task<ConferenceView> ViewAsync(RequestsStore store, RequestsOptions options, CancellationToken cancellationToken)
    {
        var state = State ?? new ConferenceState { CurrentState = StateName, Request = Accepted.Request, Revision = 1 };
        var (titleId, minutesId) = (State?.TitleId ?? Accepted.ConferenceId, state.MinutesId);
        var texts = await store.Texts.Where(text => text.Id == titleId || text.Id == minutesId).ToDictionaryAsync(text => text.Id, text => text.Text, cancellationToken);
        return new ConferenceView
        {
            ConferenceId = Accepted.ConferenceId,
            Number = Accepted.Number,
            SeriesId = Accepted.SeriesId,
            State = StateName,
            Revision = state.Revision,
            Request = Request with { Title = texts[titleId] },
            RequestedBy = Accepted.RequestedBy,
            RequestedAt = Accepted.RequestedAt,
            Slot = state.Slot,
            Poll = state.View(),
            ReplyBy = state.ReplyBy,
            Participants = state.Participants(),
            LeftOut = state.LeftOut,
            Reasons = state.Reasons,
            Warnings = state.Warnings,
            Doubts = state.Doubtful(),
            Explanation = state.Explanation,
            Priority = options.PriorityOf(Request),
            Waiting = state.Waits(),
            Disruption = state.Disruption,
            Attendance = state.Attendance,
            Minutes = minutesId is { } minutes ? texts[minutes] : null,
        };
    }
}
