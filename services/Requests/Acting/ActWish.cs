using Conference.Platform.Authorization;
using Conference.Requests.Requesting;

namespace Conference.Requests.Acting;

/// <summary>What a coordinator wants done, and by what it is told from a repetition and from one who saw another time.</summary>
/// <param name="Act">What.</param>
/// <param name="Caller">Who.</param>
/// <param name="Revision">The revision that the coordinator saw; null for whatever it is now.</param>
/// <param name="Key">The Idempotency-Key; null where none was sent.</param>
/// <param name="Hash">Of the conference, the act and the body: what stands under the key.</param>
internal sealed record ActWish(Act Act, Caller Caller, int? Revision, string? Key, string Hash)
{
    /// <summary>A wish that may be repeated at will.</summary>
    public static ActWish Plain(Act act, Caller caller) => new(act, caller, null, null, "");

    public static ActWish Of<T>(Guid id, Act act, T body, int? revision, string? key, Caller caller) =>
        new(act, caller, revision, key, key is null ? "" : RequestDesk.Hash(new { id, act, body }));
}
