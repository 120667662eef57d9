using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Conference.Booking.Availability;

/// <summary>What is done to bits by the word, eight words at a time.</summary>
internal static class BitWords
{
    public const int WordBits = 64;

    private const int Lane = 512 / WordBits;

    public static void Or(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        ref var a = ref MemoryMarshal.GetReference(into);
        ref var b = ref MemoryMarshal.GetReference(other);
        var word = 0;
        for (; word <= into.Length - Lane; word += Lane)
            (Vector512.LoadUnsafe(ref a, (nuint)word) | Vector512.LoadUnsafe(ref b, (nuint)word)).StoreUnsafe(ref a, (nuint)word);
        for (; word < into.Length; word++)
            into[word] |= other[word];
    }

    public static void AndNot(Span<ulong> from, ReadOnlySpan<ulong> other)
    {
        ref var a = ref MemoryMarshal.GetReference(from);
        ref var b = ref MemoryMarshal.GetReference(other);
        var word = 0;
        for (; word <= from.Length - Lane; word += Lane)
            Vector512.AndNot(Vector512.LoadUnsafe(ref a, (nuint)word), Vector512.LoadUnsafe(ref b, (nuint)word)).StoreUnsafe(ref a, (nuint)word);
        for (; word < from.Length; word++)
            from[word] &= ~other[word];
    }

    /// <summary>ORs every bit with the one <paramref name="shift"/> places after it.</summary>
    public static void OrShifted(Span<ulong> words, int shift)
    {
        var (skip, bits) = (shift / WordBits, shift % WordBits);
        ref var a = ref MemoryMarshal.GetReference(words);
        var word = 0;
        // What is read lies at or after what is written, and is read before it is written.
        for (; bits > 0 && word + skip + 1 + Lane <= words.Length; word += Lane)
        {
            var low = Vector512.LoadUnsafe(ref a, (nuint)(word + skip)) >>> bits;
            var high = Vector512.LoadUnsafe(ref a, (nuint)(word + skip + 1)) << (WordBits - bits);
            (Vector512.LoadUnsafe(ref a, (nuint)word) | low | high).StoreUnsafe(ref a, (nuint)word);
        }

        for (; word + skip < words.Length; word++)
        {
            var low = words[word + skip] >> bits;
            var high = bits > 0 && word + skip + 1 < words.Length ? words[word + skip + 1] << (WordBits - bits) : 0;
            words[word] |= low | high;
        }
    }

    /// <summary>Sets the bits of [from, end), which must lie within.</summary>
    public static void Set(Span<ulong> words, int from, int end)
    {
        for (var step = from; step < end;)
        {
            var count = Math.Min(WordBits - (step % WordBits), end - step);
            words[step / WordBits] |= Mask(count) << (step % WordBits);
            step += count;
        }
    }

    /// <summary>Whether a bit of [from, end), which must lie within, is set.</summary>
    public static bool Any(ReadOnlySpan<ulong> words, int from, int end)
    {
        for (var step = from; step < end;)
        {
            var count = Math.Min(WordBits - (step % WordBits), end - step);
            if ((words[step / WordBits] & (Mask(count) << (step % WordBits))) != 0)
                return true;
            step += count;
        }

        return false;
    }

    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        return count;
    }

    private static ulong Mask(int count) => count == WordBits ? ulong.MaxValue : (1UL << count) - 1;
}
