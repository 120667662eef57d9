namespace Conference.Platform.Time.Recurring;

/// <summary>What becomes of a time that falls on a day of rest.</summary>
public enum RestDayRule
{
    /// <summary>It is left out.</summary>
    Skip,

    /// <summary>It moves to the nearest working day before.</summary>
    ShiftBefore,

    /// <summary>It moves to the nearest working day after.</summary>
    ShiftAfter,

    /// <summary>It stays.</summary>
    Keep,
}
