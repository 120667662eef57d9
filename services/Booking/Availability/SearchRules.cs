using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>What a search goes by apart from the wish and the network.</summary>
internal sealed record SearchRules(NetworkTime Time, BookingOptions Booking, RankingOptions Ranking)
{
    /// <summary>How far around a window bookings may count: the evenings of its weeks and of those around them, wherever in a week it begins or ends.</summary>
    public static readonly TimeSpan Around = TimeSpan.FromDays((7 * (EveningBurden.WeeksAround + 1)) + 1);

    public TimeSpan Setup => TimeSpan.FromMinutes(Booking.SetupMinutes);

    public TimeSpan Spacing => TimeSpan.FromMinutes(Ranking.SpacingMinutes);

    /// <summary>How far outside a slot its neighbourhood reaches.</summary>
    public TimeSpan Margin => Setup > Spacing ? Setup : Spacing;

    public EveningRule Evening => field ??= new EveningRule(Time, Ranking.EveningFrom);
}
