using Conference.Contracts.Requests;

namespace Conference.AllInOne.Demo;

/// <summary>What is to become of a conference of the demonstration.</summary>
internal enum Fate
{
    /// <summary>開催済.</summary>
    Completed,

    /// <summary>記録待ち.</summary>
    AwaitingRecord,

    /// <summary>開催中.</summary>
    InSession,

    /// <summary>確定・案内済.</summary>
    Confirmed,

    /// <summary>回答待ち, some hospitals having answered.</summary>
    AwaitingReplies,

    /// <summary>回答待ち at a second time, after a required hospital declined the first.</summary>
    Moved,

    /// <summary>調整不可: a required hospital declined a fixed time.</summary>
    Declined,

    /// <summary>調整不可: the host is in another conference at that time.</summary>
    Clashing,

    /// <summary>調整不可, waiting until the time is given back.</summary>
    Waiting,

    /// <summary>候補日調整中, some hospitals having marked.</summary>
    Polling,

    /// <summary>中止.</summary>
    Cancelled,
}

/// <summary>One conference of the demonstration.</summary>
internal sealed record DemoConference(Fate Fate, ConferenceKind Kind, string Host, IReadOnlyList<string> Others, DateTimeOffset Start, int Minutes)
{
    /// <summary>Whether it is requested with the clock set back.</summary>
    public bool IsPast => Fate is Fate.Completed or Fate.AwaitingRecord or Fate.InSession;

    /// <summary>Whether it needs the others' times to be taken: it is meant to find them so.</summary>
    public bool IsLast => Fate is Fate.Clashing or Fate.Waiting or Fate.Moved;

    /// <summary>The times that a poll asks about; the first is <see cref="Start"/>.</summary>
    public IReadOnlyList<DateTimeOffset> Candidates => [Start, Start.AddDays(1), Start.AddDays(2)];
}
