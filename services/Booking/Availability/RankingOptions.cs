using System.ComponentModel.DataAnnotations;
using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>
/// What makes one slot better than another (section <c>Booking:Ranking</c>). Weights are points, 0 to 10,000, and only
/// their proportions count.
/// </summary>
internal sealed class RankingOptions : IValidatableObject
{
    public const string Section = "Booking:Ranking";

    private const string WeightMessage = "Booking:Ranking:{0} must be from 0 to 10000 points.";

    /// <summary>For having all optional hospitals; in proportion for some. Default 500.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int OptionalHospitals { get; set; } = 500;

    /// <summary>For having all professions wanted; in proportion for some. Default 300.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int Professions { get; set; } = 300;

    /// <summary>For the first day of the window, falling evenly to none after the last. Default 200.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int Earliness { get; set; } = 200;

    /// <summary>For lying wholly in the preferred hours. Default 100.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int PreferredHours { get; set; } = 100;

    /// <summary>Preferred earliest start, in the network's time. Default 17:30.</summary>
    public TimeOnly PreferredFrom { get; set; } = new(17, 30);

    /// <summary>Preferred latest end, after <see cref="PreferredFrom"/>. Default 19:30.</summary>
    public TimeOnly PreferredTo { get; set; } = new(19, 30);

    /// <summary>For one of the <see cref="PreferredWeekdays"/>. Default 60.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int PreferredDays { get; set; } = 60;

    /// <summary>Days of the week that the network prefers. Default none: all are alike.</summary>
    public List<Weekday> PreferredWeekdays { get; set; } = [];

    /// <summary>For a day of the week that the request itself prefers. Default 200.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int RequestedDays { get; set; } = 200;

    /// <summary>For lying wholly in the hours that the request itself prefers. Default 200.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int RequestedHours { get; set; } = 200;

    /// <summary>For a start on the hour or half hour; half of it on the quarter. Default 80.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int RoundStart { get; set; } = 80;

    /// <summary>For the share of the bridge's ports left to others. Default 50.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int PortsLeft { get; set; } = 50;

    /// <summary>
    /// Taken off for other bookings of the required sites near by, the mean over the sites: all of it for one that leaves no more
    /// than the setup time, falling evenly to none at <see cref="SpacingMinutes"/>. Default 120.
    /// </summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int Spacing { get; set; } = 120;

    /// <summary>Minutes that a site should have between two bookings, 0 to 240. Default 60.</summary>
    [Range(0, 240, ErrorMessage = "Booking:Ranking:SpacingMinutes must be from 0 to 240.")]
    public int SpacingMinutes { get; set; } = 60;

    /// <summary>
    /// Taken off in the evening for evenings that the sites already give in that week. It goes by the square, so that a second
    /// evening of one hospital weighs more than the first one of another: all of it where each gives five, a 25th where each gives one. Default 100.
    /// </summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int EveningLoad { get; set; } = 100;

    /// <summary>
    /// Taken off in the evening for evenings that the sites already give in the two weeks before and the two after, by the square
    /// too: all of it where each gives ten. Default 60.
    /// </summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int EveningSpread { get; set; } = 60;

    /// <summary>From when on a booking's start counts as an evening. Default 17:00.</summary>
    public TimeOnly EveningFrom { get; set; } = new(17, 0);

    /// <summary>Taken off for a start in less than <see cref="LeadTimeDays"/>: hospitals need time to make room. Default 40.</summary>
    [Range(0, 10_000, ErrorMessage = WeightMessage)]
    public int LeadTime { get; set; } = 40;

    /// <summary>Days of notice that a hospital should have, 0 to 90. Default 14.</summary>
    [Range(0, 90, ErrorMessage = "Booking:Ranking:LeadTimeDays must be from 0 to 90.")]
    public int LeadTimeDays { get; set; } = 14;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PreferredTo <= PreferredFrom)
            yield return new ValidationResult($"Booking:Ranking:PreferredTo is {PreferredTo:HH\\:mm}: it must be after PreferredFrom ({PreferredFrom:HH\\:mm}).");
    }
}
