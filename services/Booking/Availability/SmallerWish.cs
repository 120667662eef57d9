using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>One thing to give up.</summary>
/// <param name="Code">What kind of thing it is.</param>
/// <param name="Ja">The condition, 15分短縮すれば.</param>
/// <param name="JaAnd">The same with another to follow, 15分短縮し、.</param>
/// <param name="En">The condition within a sentence.</param>
/// <param name="Of">The wish without it.</param>
internal sealed record SmallerWish(string Code, string Ja, string JaAnd, string En, Func<SlotCriteria, SlotCriteria> Of);
