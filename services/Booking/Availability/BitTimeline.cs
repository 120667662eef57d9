using System.Buffers;
using System.Numerics;

namespace Conference.Booking.Availability;

/// <summary>
/// One bit a step. All of a search is done on these; see <see cref="Spread"/> for the trick. Whoever disposes of one
/// gives its memory to the next; one that is kept costs an array.
/// </summary>
internal sealed class BitTimeline : IDisposable
{
    private const int WordBits = BitWords.WordBits;
    private const int VectorBits = 512;

    private readonly ulong[] _array;
    private readonly int _count;

    public BitTimeline(int steps)
    {
        Steps = steps;
        _count = (steps + VectorBits - 1) / VectorBits * (VectorBits / WordBits);
        _array = ArrayPool<ulong>.Shared.Rent(_count);
        Words.Clear();
    }

    public int Steps { get; }

    public Span<ulong> Words => _array.AsSpan(0, _count);

    public bool this[int step] => (uint)step < (uint)Steps && (_array[step / WordBits] & (1UL << (step % WordBits))) != 0;

    /// <summary>Sets the bits of [from, end); what lies outside the timeline is left out.</summary>
    public void Set(int from, int end) => BitWords.Set(Words, Math.Max(from, 0), Math.Min(end, Steps));

    public void Or(BitTimeline other) => BitWords.Or(Words, other.Words);

    public void And(BitTimeline other)
    {
        var words = Words;
        var others = other.Words;
        for (var word = 0; word < words.Length; word++)
            words[word] &= others[word];
    }

    public void AndNot(BitTimeline other) => BitWords.AndNot(Words, other.Words);

    public BitTimeline Copy()
    {
        var copy = new BitTimeline(Steps);
        Words.CopyTo(copy.Words);
        return copy;
    }

    /// <summary>
    /// Sets every bit after which, itself included, any of <paramref name="length"/> bits is set: of busy steps it makes
    /// the starts at which something of that length would collide. Doubling makes it log(length) passes.
    /// </summary>
    public BitTimeline Spread(int length)
    {
        for (var reach = 1; reach < length;)
        {
            var shift = Math.Min(reach, length - reach);
            BitWords.OrShifted(Words, shift);
            reach += shift;
        }

        return this;
    }

    public int Count() => BitWords.Count(Words);

    public bool IsEmpty() => !Words.ContainsAnyExcept(0UL);

    /// <summary>Whether a bit of [from, end) is set.</summary>
    public bool Any(int from, int end) => BitWords.Any(Words, Math.Max(from, 0), Math.Min(end, Steps));

    /// <summary>The first set step at or after <paramref name="from"/>, or <see cref="Steps"/>.</summary>
    public int Next(int from)
    {
        for (var word = from / WordBits; word < _count; word++)
        {
            var bits = word == from / WordBits ? _array[word] & (ulong.MaxValue << (from % WordBits)) : _array[word];
            if (bits != 0)
                return (word * WordBits) + BitOperations.TrailingZeroCount(bits);
        }

        return Steps;
    }

    /// <summary>Every set step, in order.</summary>
    public IEnumerable<int> SetSteps()
    {
        for (var step = Next(0); step < Steps; step = Next(step + 1))
            yield return step;
    }

    /// <summary>Every unbroken stretch of set steps, its end exclusive.</summary>
    public IEnumerable<(int From, int End)> Runs()
    {
        for (var from = Next(0); from < Steps;)
        {
            var end = from + 1;
            while (this[end])
                end++;
            yield return (from, end);
            from = Next(end);
        }
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_array);
}
