using System.Numerics;

namespace Conference.Booking.Availability;

/// <summary>
/// One bit a step of a site's time, in pages of which those without a bit are left out. A page is replaced and never
/// changed: whoever has looked at it once may look again.
/// </summary>
internal abstract class BitPages(SlotGrid grid)
{
    protected const int WordsInPage = SlotGrid.PageSteps / BitWords.WordBits;

    public SlotGrid Grid => grid;

    /// <summary>The words of a page, counted from the grid's first; null where no bit is set.</summary>
    protected abstract ulong[]? Bits(int page);

    /// <summary>ORs what lies within the board into its line.</summary>
    public void OrInto(BitTimeline line, SlotGrid board)
    {
        var first = board.FirstPage - grid.FirstPage;
        for (var page = 0; page < board.Pages; page++)
        {
            if (Bits(first + page) is { } bits)
                BitWords.Or(line.Words.Slice(page * WordsInPage, WordsInPage), bits);
        }
    }

    /// <summary>Whether a step of [from, end) is set; what lies outside the grid is not.</summary>
    public bool Any(int from, int end)
    {
        (from, end) = (Math.Max(from, 0), Math.Min(end, grid.Steps));
        while (from < end)
        {
            var (page, step) = Math.DivRem(from, SlotGrid.PageSteps);
            var stop = Math.Min(end - (page * SlotGrid.PageSteps), SlotGrid.PageSteps);
            if (Bits(page) is { } bits && BitWords.Any(bits, step, stop))
                return true;
            from = (page + 1) * SlotGrid.PageSteps;
        }

        return false;
    }

    /// <summary>How many steps before or after [from, end) are not set, up to the nearest that is; 64 for all that are looked at.</summary>
    public int FreeAround(int from, int end)
    {
        var (page, step) = Math.DivRem(from, SlotGrid.PageSteps);
        var stop = step + end - from;
        if ((uint)page >= (uint)grid.Pages || step < BitWords.WordBits || stop > SlotGrid.PageSteps - BitWords.WordBits)
            return FreeAround(WordAt(from - BitWords.WordBits), WordAt(end));
        // Mostly all of it lies in one page.
        return Bits(page) is { } bits ? FreeAround(WordOf(bits, step - BitWords.WordBits), WordOf(bits, stop)) : BitWords.WordBits;
    }

    /// <summary>Sets the steps that a stretch of time touches in a page.</summary>
    protected static void Set(ulong[] bits, int page, SlotGrid grid, DateTimeOffset start, DateTimeOffset end)
    {
        var first = page * SlotGrid.PageSteps;
        BitWords.Set(bits, Math.Max(grid.Floor(start) - first, 0), Math.Min(grid.Ceiling(end) - first, SlotGrid.PageSteps));
    }

    private static int FreeAround(ulong before, ulong after) => Math.Min(BitOperations.LeadingZeroCount(before), BitOperations.TrailingZeroCount(after));

    private static ulong WordOf(ulong[] bits, int step)
    {
        var (word, bit) = (step >> BitOperations.Log2(BitWords.WordBits), step & (BitWords.WordBits - 1));
        return bit == 0 ? bits[word] : (bits[word] >> bit) | (bits[word + 1] << (BitWords.WordBits - bit));
    }

    /// <summary>The bits of a word's length from any step on; none are set outside the grid.</summary>
    private ulong WordAt(int step)
    {
        var (word, bit) = (step >> BitOperations.Log2(BitWords.WordBits), step & (BitWords.WordBits - 1));
        var low = Word(word) >> bit;
        return bit == 0 ? low : low | (Word(word + 1) << (BitWords.WordBits - bit));
    }

    private ulong Word(int word) => (uint)word < (uint)(grid.Pages * WordsInPage) && Bits(word / WordsInPage) is { } bits ? bits[word % WordsInPage] : 0;
}
