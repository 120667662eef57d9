using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>Finds when hospitals can meet, or says why they cannot. Reads nothing and keeps nothing.</summary>
internal sealed class SlotFinder(SearchRules rules)
{
    /// <summary>At most <paramref name="limit"/> slots that do not overlap each other, best first; or the explanation.</summary>
    public SlotSearchResult Find(SlotCriteria criteria, NetworkSnapshot network, int limit)
    {
        using var board = Lay(criteria, network);
        var suggestions = Suggest(board, limit);
        return new SlotSearchResult
        {
            Suggestions = suggestions,
            Explanation = suggestions.Count > 0 ? null : new SlotExplainer(board, rules.Time, wish => Lay(wish, network), smaller => Suggest(smaller, 1).FirstOrDefault()).Explain(),
        };
    }

    private SearchBoard Lay(SlotCriteria criteria, NetworkSnapshot network) =>
        SearchBoard.Of(criteria, Lineup.Of(criteria, network), network, rules);

    private List<SlotSuggestion> Suggest(SearchBoard board, int limit)
    {
        if (board.Lineup.Impossible.Count > 0)
            return [];

        using var feasible = board.Feasible();
        if (feasible.IsEmpty())
            return [];

        var suggestions = new Suggestions(board, rules);
        return new Ranking(board, rules).Best(feasible, limit).ConvertAll(suggestions.Of);
    }
}
