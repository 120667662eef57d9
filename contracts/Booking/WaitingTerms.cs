namespace Conference.Contracts.Booking;

/// <summary>How a conference waits for a slot that is not there now.</summary>
public sealed record WaitingTerms
{
    /// <summary>Since when it waits: a wish that is changed does not lose its place.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Number for people: of two of one class that wait since the same moment the lower comes first.</summary>
    public required string Number { get; init; }

    /// <summary>How long before its start a slot is offered at the latest, so that hospitals can still be invited.</summary>
    public required TimeSpan Lead { get; init; }
}
