using Conference.Contracts.Booking;

namespace Conference.Contracts.Requests;

/// <summary>One occurrence of a series: an ordinary conference, or why there is none.</summary>
public sealed record OccurrenceView
{
    /// <summary>The time that the rule gave: by it the occurrence is known (RECURRENCE-ID).</summary>
    public required DateTimeOffset OriginalStart { get; init; }

    /// <summary>Its conference; null where it was left out.</summary>
    public Guid? ConferenceId { get; init; }

    /// <summary>The conference's number.</summary>
    public string? Number { get; init; }

    /// <summary>The conference's state by its name; null where it was left out.</summary>
    public string? State { get; init; }

    /// <summary>Start of the slot, or that which is asked for while there is none; null where it was left out.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Its end.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Why it was moved or left out; null where it was not.</summary>
    public Remark? Note { get; init; }

    /// <summary>Hospitals that take part, the host included.</summary>
    public int Accepted { get; init; }

    /// <summary>Hospitals asked, the host included.</summary>
    public int Hospitals { get; init; }

    /// <summary>Whether a coordinator can still change it.</summary>
    public bool Changeable { get; init; }

    /// <summary>Why there is no slot, or why the last change found none; null when all is well.</summary>
    public SlotExplanation? Explanation { get; init; }
}
