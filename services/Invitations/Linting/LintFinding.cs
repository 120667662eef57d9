namespace Conference.Invitations.Linting;

/// <summary>A rule that a mail breaks.</summary>
/// <param name="Rule">The rule's name, in kebab case: what a person searches for.</param>
/// <param name="Detail">What was found, without any value that could name a person.</param>
internal sealed record LintFinding(string Rule, string Detail)
{
    public override string ToString() => $"{Rule}: {Detail}";
}
