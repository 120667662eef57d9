using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>What a search goes by apart from the wish and the network.</summary>
internal sealed record SearchRules(NetworkTime Time, BookingOptions Booking, RankingOptions Ranking)
{
    public TimeSpan Setup => TimeSpan.FromMinutes(Booking.SetupMinutes);

    public TimeSpan Spacing => TimeSpan.FromMinutes(Ranking.SpacingMinutes);

    /// <summary>How far outside a slot its neighbourhood reaches.</summary>
    public TimeSpan Margin => Setup > Spacing ? Setup : Spacing;

    public EveningRule Evening => field ??= new EveningRule(Time, Ranking.EveningFrom);
}
