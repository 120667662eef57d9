using Conference.Contracts.Booking;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>Smaller wishes, cheapest first, each searched for before it is offered; two things together only where no single one helps.</summary>
internal sealed class Relaxations(SearchBoard board, NetworkTime time, Func<SlotCriteria, SearchBoard> lay, Func<SearchBoard, SlotSuggestion?> find)
{
    /// <summary>How many days after a window or a fixed start are tried: the snapshot must reach so far.</summary>
    public const int DaysBeyond = 10;

    private const int AtMost = 5;

    private readonly SlotCriteria _wish = board.Criteria;
    private readonly SmallerWishes _smaller = new(board, time);

    public IReadOnlyList<Relaxation> Granted() => Granted(Single()) is { Count: > 0 } granted ? granted : Granted(Together());

    private List<Relaxation> Granted(IEnumerable<SmallerWish[]> wishes)
    {
        var granted = new List<Relaxation>();
        foreach (var wish in wishes)
        {
            if (granted.Count < AtMost && !granted.Exists(one => one.Change.Code == CodeOf(wish)) && Grant(wish) is { } relaxation)
                granted.Add(relaxation);
        }

        return granted;
    }

    private Relaxation? Grant(SmallerWish[] wish)
    {
        var criteria = wish.Aggregate(_wish, (left, one) => one.Of(left));
        using var smaller = lay(criteria);
        if (find(smaller)?.Slot.Start is not { } start)
            return null;

        var local = time.ToLocal(start);
        var ja = string.Concat(wish[..^1].Select(one => one.JaAnd)) + wish[^1].Ja;
        var en = string.Join(" and ", wish.Select(one => one.En));
        return new Relaxation
        {
            Change = Wording.Say(CodeOf(wish), $"{ja} {SpokenTime.MomentJa(local)} から可能です。", $"{char.ToUpperInvariant(en[0])}{en[1..]}, it fits from {SpokenTime.MomentEn(local)}."),
            Start = start,
            DurationMinutes = criteria.DurationMinutes,
            MakeOptional = [.. _wish.Participants.Except(criteria.Participants).Select(participant => participant.HospitalId)],
        };
    }

    private static string CodeOf(SmallerWish[] wish) => string.Join("_and_", wish.Select(one => one.Code));

    private IEnumerable<SmallerWish[]> Single()
    {
        foreach (var one in _smaller.Shorter().Concat(_smaller.OtherTimes()))
            yield return [one];
        if (SmallerWishes.FewerRequired(board) is { } fewer)
            yield return [fewer];
    }

    private IEnumerable<SmallerWish[]> Together()
    {
        List<SmallerWish> shorter = [.. _smaller.Shorter()], others = [.. _smaller.OtherTimes()];
        var (pairs, withFewer) = _wish.Window is null ? (true, true) : HelpAtMost([.. shorter, .. others]);
        return (pairs ? Pairs(shorter, others) : []).Concat(withFewer ? WithFewerRequired([.. shorter, .. others]) : []);
    }

    // What can be given up of a window adds up: where all of it helps nothing, no two of it need be tried.
    private (bool Pairs, bool WithFewer) HelpAtMost(List<SmallerWish> all)
    {
        using var most = lay(all.Aggregate(_wish, (left, one) => one.Of(left)));
        return (find(most) is not null, SmallerWishes.FewerRequired(most) is not null);
    }

    private IEnumerable<SmallerWish[]> Pairs(List<SmallerWish> shorter, List<SmallerWish> others)
    {
        foreach (var one in shorter)
        {
            foreach (var other in others)
                yield return [one, other];
        }

        // A window can be longer and its hours too; a start can be moved in one way only.
        foreach (var one in _wish.Window is null ? [] : others)
        {
            foreach (var other in others.SkipWhile(other => other != one).Where(other => other.Code != one.Code))
                yield return [one, other];
        }
    }

    private IEnumerable<SmallerWish[]> WithFewerRequired(List<SmallerWish> all)
    {
        foreach (var one in all)
        {
            using var left = lay(one.Of(_wish));
            if (SmallerWishes.FewerRequired(left) is { } fewer)
                yield return [one, fewer];
        }
    }
}
