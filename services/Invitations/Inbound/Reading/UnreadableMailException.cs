namespace Conference.Invitations.Inbound.Reading;

/// <summary>A mail that is not read, with the code of why.</summary>
internal sealed class UnreadableMailException(string reason) : Exception(reason)
{
    public string Reason => Message;
}
