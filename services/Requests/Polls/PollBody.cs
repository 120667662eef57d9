namespace Conference.Requests.Polls;

/// <summary>The poll of a request's body as it comes: candidates with their offset, or how many of the window; a deadline.</summary>
internal sealed record PollBody(IReadOnlyList<string?>? Candidates, int? Best, string? Deadline, bool? CloseWhenAllVoted);
