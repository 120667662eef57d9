namespace Conference.Invitations.Inbound.Mailbox;

/// <summary>For how long this process, when it is its turn, has not read the mailbox.</summary>
internal sealed class MailboxPulse(TimeProvider time)
{
    // By elapsed time: a clock that is set neither rings nor silences the alert.
    private long _since = time.GetTimestamp();
    private volatile bool _ours;

    /// <summary>Since the last reading without fault, or since the start; null while there is no mailbox, or another replica reads it.</summary>
    public TimeSpan? SinceRead => _ours ? time.GetElapsedTime(Interlocked.Read(ref _since)) : null;

    public void Read()
    {
        Interlocked.Exchange(ref _since, time.GetTimestamp());
        _ours = true;
    }

    public void Failed() => _ours = true;

    // What it last read itself stays known: replicas that all fail pass the turn round, and none may begin anew each time.
    public void Waits() => _ours = false;
}
