namespace Conference.Contracts.Invitations;

/// <summary>Body of <c>POST /api/answers/{token}</c>.</summary>
public sealed record GiveAnswer
{
    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }

    /// <summary>The revision that was shown; an older one is refused with <c>time_changed</c>.</summary>
    public required int Revision { get; init; }
}
