using Conference.Invitations.Storage;
using Conference.Platform.Audit;

namespace Conference.Invitations.Answers;

/// <summary>The one way by which a signed link is heard, whatever it says: an answer, another time, a vote.</summary>
internal sealed class LinkDesk(AnswerLinks links, InvitationsStore store, TimeProvider time)
{
    /// <summary>Takes what is said by a link that is genuine and serves still, while nothing else changes its conference.</summary>
    /// <param name="token">The link, as it came.</param>
    /// <param name="findAsync">Whom the link asks; null for nobody, which makes it invalid.</param>
    /// <param name="takeAsync">Takes it, or says why not; runs within the transaction.</param>
    /// <param name="showAsync">What is shown when it has been taken.</param>
    /// <param name="cancellationToken">Stops it before it is taken.</param>
    public async Task<IResult> TakeAsync<TAsked, TForm>(
        string token,
        Func<AnswerToken, CancellationToken, Task<TAsked?>> findAsync,
        Func<TAsked, DateTimeOffset, Task<IResult?>> takeAsync,
        Func<TAsked, CancellationToken, Task<TForm>> showAsync,
        CancellationToken cancellationToken)
        where TAsked : class, ILinkedHospital
    {
        if (links.Read(token) is not { } link)
            return LinkFaults.Invalid();
        var now = time.GetUtcNow();
        if (link.ExpiresAt <= now)
            return LinkFaults.Expired();

        IResult? refusal = null;
        TAsked? asked = null;
        await store.InTransactionAsync(
            async () =>
            {
                store.Trail?.By($"contact:{link.ContactId}");
                store.Concerns("conferenceId", link.ConferenceId);
                await store.LockConferenceAsync(link.ConferenceId, cancellationToken);
                asked = await findAsync(link, cancellationToken);
                store.Concerns("hospitalId", asked?.HospitalId);
                refusal = asked is null ? LinkFaults.Invalid() : await takeAsync(asked, now);
            },
            cancellationToken);
        return refusal ?? Results.Ok(await showAsync(asked!, cancellationToken));
    }
}

/// <summary>A hospital that a link asks.</summary>
internal interface ILinkedHospital
{
    string HospitalId { get; }
}
