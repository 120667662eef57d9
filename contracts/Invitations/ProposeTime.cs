namespace Conference.Contracts.Invitations;

/// <summary>Body of <c>POST /api/answers/{token}/proposals</c>: another time that would suit the hospital better.</summary>
public sealed record ProposeTime
{
    /// <summary>The revision that was shown; an older one is refused with <c>time_changed</c>.</summary>
    public required int Revision { get; init; }

    /// <summary>Start, in the future, in steps of five minutes.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End, 15 minutes to 10 hours later.</summary>
    public required DateTimeOffset End { get; init; }
}
