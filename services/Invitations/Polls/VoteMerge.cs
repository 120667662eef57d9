using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Storage;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Polls;

/// <summary>Takes votes from every channel: all are kept, one a hospital counts, and Requests hears of it. Runs within the caller's transaction.</summary>
internal sealed class VoteMerge(InvitationsStore store)
{
    public async Task TakeAsync(GivenVote given, CancellationToken cancellationToken)
    {
        store.GivenVotes.Add(given);
        var standing = await store.StandingVotes.FindAsync([given.ConferenceId, given.HospitalId], cancellationToken);
        // Every vote is given here and now, and who gives it is told that it counts: it is later than all before, whatever a clock said then.
        if (standing is not null && standing.Revision <= given.Revision)
            given.ComeAfter(standing.VotedAt);
        if (standing is null)
            store.StandingVotes.Add(StandingVote.Of(given));
        if (standing?.Merge(given) ?? true)
            await store.PublishAsync(Message(given), cancellationToken);
    }

    /// <summary>
    /// The poll has led to a time: each mark at that time is the hospital's answer to it. Requests knows those that it has
    /// counted; the others it is told.
    /// </summary>
    public async Task CountAsync(SendInvitations message, AnswerMerge answers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var votes = await store.StandingVotes.AsNoTracking().Where(vote => vote.ConferenceId == message.ConferenceId).ToListAsync(cancellationToken);
        var invited = message.Hospitals.Select(hospital => hospital.HospitalId).ToHashSet();
        foreach (var vote in votes.Where(vote => invited.Contains(vote.HospitalId)))
        {
            if (vote.Marks.FirstOrDefault(mark => mark.Start == message.Brief.Start) is not { } mark)
                continue;
            var known = message.Counted.Any(counted => counted.HospitalId == vote.HospitalId && counted.Answer == mark.Answer && counted.VotedAt == vote.VotedAt);
            await answers.TakeAsync(Answer(message, vote, mark, now), quietly: known, cancellationToken);
        }
    }

    private static GivenAnswer Answer(SendInvitations message, StandingVote vote, CandidateMark mark, DateTimeOffset now) => new()
    {
        AnswerId = Guid.CreateVersion7(now),
        ConferenceId = message.ConferenceId,
        HospitalId = vote.HospitalId,
        Revision = message.Revision,
        Answer = mark.Answer,
        Channel = vote.Channel,
        AnsweredAt = vote.VotedAt,
        ReceivedAt = now,
        By = vote.By,
    };

    private static HospitalVoted Message(GivenVote given) => new()
    {
        ConferenceId = given.ConferenceId,
        HospitalId = given.HospitalId,
        Revision = given.Revision,
        Marks = given.Marks,
        Professions = given.Professions,
        Channel = given.Channel,
        VotedAt = given.VotedAt,
    };
}
