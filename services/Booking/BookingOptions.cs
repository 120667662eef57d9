using System.ComponentModel.DataAnnotations;
using Conference.Booking.Availability;

namespace Conference.Booking;

/// <summary>How slots are found and held (section <c>Booking</c>).</summary>
internal sealed class BookingOptions : IValidatableObject
{
    public const string Section = "Booking";

    /// <summary>Minutes for which ports are taken before the start, to set up: 0 to 120, a multiple of 5. Default 10.</summary>
    [Range(0, 120, ErrorMessage = "Booking:SetupMinutes must be from 0 to 120.")]
    public int SetupMinutes { get; set; } = 10;

    /// <summary>
    /// What a missing, failed or expired connection test means: <c>warn</c> books the site and says so, <c>block</c>
    /// books it for a connection test only. Default <c>warn</c>.
    /// </summary>
    [EnumDataType(typeof(ConnectionTestRule), ErrorMessage = "Booking:ConnectionTest must be warn or block.")]
    public ConnectionTestRule ConnectionTest { get; set; } = ConnectionTestRule.Warn;

    /// <summary>Seconds between two looks for holds that have run out, 1 to 600. Default 5.</summary>
    [Range(1, 600, ErrorMessage = "Booking:ExpirySweepSeconds must be from 1 to 600.")]
    public int ExpirySweepSeconds { get; set; } = 5;

    /// <summary>Seconds between two looks for who waits for a slot and what has come between a booking and its slot, 1 to 600. Default 5.</summary>
    [Range(1, 600, ErrorMessage = "Booking:WaitingSweepSeconds must be from 1 to 600.")]
    public int WaitingSweepSeconds { get; set; } = 5;

    /// <summary>Days before its start from which on an existing booking wins: no hold is moved for another of a higher class, no confirmed slot by itself. 0 to 90. Default 14.</summary>
    [Range(0, 90, ErrorMessage = "Booking:FreezeDays must be from 0 to 90.")]
    public int FreezeDays { get; set; } = 14;

    internal TimeSpan Freeze => TimeSpan.FromDays(FreezeDays);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SetupMinutes % SlotGrid.StepMinutes != 0)
            yield return new ValidationResult($"Booking:SetupMinutes is {SetupMinutes}: it must be a multiple of {SlotGrid.StepMinutes}.");
    }
}

/// <summary>What a site without a valid connection test may be booked for.</summary>
internal enum ConnectionTestRule
{
    /// <summary>Anything, with a warning.</summary>
    Warn,

    /// <summary>A connection test only.</summary>
    Block,
}
