using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Contracts;
using Conference.Contracts.Booking;

namespace Conference.Booking.Polls;

/// <summary>Finds the slots that a poll can put to hospitals: the starts that were given as far as they are free, or the best of the window.</summary>
internal sealed class CandidateSearch(SnapshotReader snapshots, SlotFinder finder, SearchRules rules)
{
    private const int LookAt = 50;

    public async Task<CandidateChoice> FindAsync(HoldCandidates command, bool fromStore, CancellationToken cancellationToken)
    {
        var choice = new CandidateChoice();
        if (command.Starts.Count == 0)
            await AddBestAsync(choice, command, fromStore, cancellationToken);
        foreach (var start in command.Starts.Order())
        {
            var criteria = command.Criteria with { Start = start, Window = null };
            var network = await ReadAsync(criteria, command.ConferenceId, fromStore, cancellationToken);
            var found = finder.Find(criteria, network, limit: 1);
            choice.Explanation ??= found.Explanation;
            if (found.Suggestions is not [var slot])
                choice.NotHeld.Add(new CandidateNotHeld { Start = start, Why = Wording.FirstOf(found.Explanation!) });
            else if (!TryAdd(choice, command.ConferenceId, slot, network))
                choice.NotHeld.Add(new CandidateNotHeld { Start = start, Why = PortsTaken() });
        }

        return choice;
    }

    private async Task AddBestAsync(CandidateChoice choice, HoldCandidates command, bool fromStore, CancellationToken cancellationToken)
    {
        var network = await ReadAsync(command.Criteria, command.ConferenceId, fromStore, cancellationToken);
        var found = finder.Find(command.Criteria, network, LookAt);
        choice.Explanation = found.Explanation;
        foreach (var slot in Spread(found.Suggestions).TakeWhile(_ => choice.Found.Count < command.Best))
            _ = TryAdd(choice, command.ConferenceId, slot, network);
    }

    private Task<NetworkSnapshot> ReadAsync(SlotCriteria criteria, Guid conferenceId, bool fromStore, CancellationToken cancellationToken) => fromStore
        ? snapshots.ReadStoreAsync(criteria, conferenceId, cancellationToken)
        : snapshots.ReadAsync(criteria, conferenceId, cancellationToken);

    // Another day helps more than another hour of the same evening: each day's best first, then each day's second.
    private IEnumerable<SlotSuggestion> Spread(IReadOnlyList<SlotSuggestion> ranked) => ranked
        .GroupBy(slot => rules.Time.DayOf(slot.Slot.Start))
        .SelectMany(day => day.Select((slot, turn) => (slot, turn)))
        .OrderBy(next => next.turn)
        .Select(next => next.slot);

    /// <summary>The search leaves out what the conference holds itself, so candidates close to each other share ports until here.</summary>
    private bool TryAdd(CandidateChoice choice, Guid conferenceId, SlotSuggestion found, NetworkSnapshot network)
    {
        var slot = found.Slot;
        if (PortNeeds.Book(conferenceId, slot, network, rules, choice.Ports, choice.Found.Count + 1) is not { } ports)
            return false;

        choice.Found.Add(found);
        choice.Sites.AddRange(slot.Sites.Select(site => new SiteBooking { ConferenceId = conferenceId, SiteId = site.SiteId, Start = slot.Start, End = slot.End }));
        choice.Ports.AddRange(ports);
        return true;
    }

    private static Remark PortsTaken() =>
        Wording.Say("ports_of_other_candidates", "隣り合う候補の準備時間と重なり、接続ポートが足りません。", "Together with the candidate next to it, too few bridge ports are free.");
}

/// <summary>What a search for candidates came to, and what it takes to hold it.</summary>
internal sealed class CandidateChoice
{
    public List<SlotSuggestion> Found { get; } = [];

    public List<CandidateNotHeld> NotHeld { get; } = [];

    public List<SiteBooking> Sites { get; } = [];

    public List<PortBooking> Ports { get; } = [];

    /// <summary>Why the first that was not found was not.</summary>
    public SlotExplanation? Explanation { get; set; }
}
