using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Acting;

namespace Conference.Requests.Series;

/// <summary>What a change means for one occurrence.</summary>
/// <param name="Occurrence">The occurrence.</param>
/// <param name="To">Its start by the change; null where that stays as it is.</param>
/// <param name="Stays">Why it is left alone; null where it is changed.</param>
internal sealed record PlacedOccurrence(FiledOccurrence Occurrence, DateTimeOffset? To, Remark? Stays);

/// <summary>
/// Where a change puts the occurrences that it is about. One that was shifted off a holiday goes where the rule has it
/// after the move, off holidays again; one that was given a time of its own keeps it, unless it alone is meant.
/// </summary>
internal sealed class SeriesMoving(SeriesChanging changing, SeriesPlaces places, NetworkTime network, DateTimeOffset now)
{
    public IReadOnlyList<PlacedOccurrence> Place(SeriesFile file, IReadOnlyList<FiledOccurrence> chosen, bool alone)
    {
        var placed = chosen.Where(occurrence => occurrence.Conference is not null).Select(occurrence => Place(occurrence, alone)).ToList();
        var staying = placed.Where(one => one.Stays is not null || one.To == one.Occurrence.Start).Select(one => one.Occurrence);
        LeaveTaken(placed, [.. file.Occurrences.Except(chosen).Concat(staying).Where(occurrence => occurrence.IsStanding).Select(occurrence => occurrence.Start)]);
        return placed;
    }

    // One that is left keeps its own time, which another may have been given: so once more until none is left.
    private static void LeaveTaken(List<PlacedOccurrence> placed, HashSet<DateTimeOffset?> taken)
    {
        bool left;
        do
        {
            var given = taken.ToHashSet();
            left = false;
            for (var index = 0; index < placed.Count; index++)
            {
                var one = placed[index];
                if (one.Stays is not null || one.To is null || one.To == one.Occurrence.Start || given.Add(one.To))
                    continue;
                placed[index] = one with { To = null, Stays = SeriesWords.StaysForOther };
                taken.Add(one.Occurrence.Start);
                left = true;
            }
        }
        while (left);
    }

    private PlacedOccurrence Place(FiledOccurrence occurrence, bool alone)
    {
        if (!occurrence.Allows(Act.Amend))
            return new PlacedOccurrence(occurrence, null, SeriesWords.StaysAsOver);
        if (!changing.Moves)
            return new PlacedOccurrence(occurrence, null, null);
        var (to, stays) = Target(occurrence, network.ToLocal(occurrence.Start ?? occurrence.Occurrence.OriginalStart).DateTime, alone);
        var start = to is { } wall ? network.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : (DateTimeOffset?)null;
        return start <= now ? new PlacedOccurrence(occurrence, null, SeriesWords.StaysAsPast) : new PlacedOccurrence(occurrence, start, stays);
    }

    private (DateTime? To, Remark? Stays) Target(FiledOccurrence occurrence, DateTime wall, bool alone)
    {
        if (alone)
            return (changing.Move(wall), null);
        var original = occurrence.Occurrence.OriginalStart;
        var had = places.All(original);
        var ownDay = !had.Any(place => place.Date == wall.Date);
        var ownTime = !had.Any(place => place.TimeOfDay == wall.TimeOfDay);
        if ((changing.Day is not null && ownDay) || (changing.Time is not null && ownTime))
            return (null, SeriesWords.StaysAsChosen);
        var time = changing.Time ?? TimeOnly.FromDateTime(wall);
        if (changing.Day is null)
            return (DateOnly.FromDateTime(wall).ToDateTime(time), null);
        return places.After(original, new SeriesMove { From = original, Day = changing.Day, Time = time }) is { } moved
            ? (moved, null)
            : (null, SeriesWords.StaysForRest);
    }
}
