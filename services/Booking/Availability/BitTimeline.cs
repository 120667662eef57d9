using System.Numerics;

namespace Conference.Booking.Availability;

/// <summary>One bit a step. All of a search is done on these; see <see cref="Spread"/> for the trick.</summary>
internal sealed class BitTimeline(int steps)
{
    private const int WordBits = 64;

    private readonly ulong[] _words = new ulong[(steps + WordBits - 1) / WordBits];

    public int Steps => steps;

    public bool this[int step] => (uint)step < (uint)steps && (_words[step / WordBits] & (1UL << (step % WordBits))) != 0;

    /// <summary>Sets the bits of [from, end); what lies outside the timeline is left out.</summary>
    public void Set(int from, int end)
    {
        from = Math.Max(from, 0);
        end = Math.Min(end, steps);
        for (var step = from; step < end;)
        {
            var bit = step % WordBits;
            var count = Math.Min(WordBits - bit, end - step);
            _words[step / WordBits] |= (count == WordBits ? ulong.MaxValue : (1UL << count) - 1) << bit;
            step += count;
        }
    }

    public void Or(BitTimeline other)
    {
        for (var word = 0; word < _words.Length; word++)
            _words[word] |= other._words[word];
    }

    public void AndNot(BitTimeline other)
    {
        for (var word = 0; word < _words.Length; word++)
            _words[word] &= ~other._words[word];
    }

    public BitTimeline Copy()
    {
        var copy = new BitTimeline(steps);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    /// <summary>
    /// A timeline whose bit is set where any of the <paramref name="length"/> bits from it on is set: of busy steps it
    /// makes the starts at which something of that length would collide. Doubling makes it log(length) passes.
    /// </summary>
    public BitTimeline Spread(int length)
    {
        var spread = Copy();
        for (var reach = 1; reach < length;)
        {
            var shift = Math.Min(reach, length - reach);
            spread.OrShifted(shift);
            reach += shift;
        }

        return spread;
    }

    public int Count() => _words.Sum(word => BitOperations.PopCount(word));

    public bool IsEmpty() => _words.All(word => word == 0);

    public bool IsWithin(BitTimeline other)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            if ((_words[word] & ~other._words[word]) != 0)
                return false;
        }

        return true;
    }

    /// <summary>How many bits the two have in common.</summary>
    public int CountCommon(BitTimeline other)
    {
        var count = 0;
        for (var word = 0; word < _words.Length; word++)
            count += BitOperations.PopCount(_words[word] & other._words[word]);
        return count;
    }

    /// <summary>Every set step, in order.</summary>
    public IEnumerable<int> SetSteps()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var rest = _words[word]; rest != 0; rest &= rest - 1)
                yield return (word * WordBits) + BitOperations.TrailingZeroCount(rest);
        }
    }

    private void OrShifted(int shift)
    {
        var (skip, bits) = (shift / WordBits, shift % WordBits);
        for (var word = 0; word + skip < _words.Length; word++)
        {
            var low = _words[word + skip] >> bits;
            var high = bits > 0 && word + skip + 1 < _words.Length ? _words[word + skip + 1] << (WordBits - bits) : 0;
            _words[word] |= low | high;
        }
    }
}
