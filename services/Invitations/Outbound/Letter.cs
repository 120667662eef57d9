namespace Conference.Invitations.Outbound;

/// <summary>What a mail says, before it is written as text, HTML and calendar.</summary>
internal sealed record Letter
{
    public required MailText Text { get; init; }

    public required string Subject { get; init; }

    public required string Greeting { get; init; }

    public required string Intro { get; init; }

    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    /// <summary>What the link to answer is called, and its note.</summary>
    public string AnswerText { get; init; } = "Answer";

    /// <summary>Null where there is nothing to answer.</summary>
    public string? AnswerLink { get; init; }

    /// <summary>Null where there is nothing to join.</summary>
    public string? JoinLink { get; init; }

    public required string Sender { get; init; }
}
