using System.Numerics;

namespace Conference.Booking.Bridges;

/// <summary>
/// How sites that either of two bridges serves can be shared out between them. Sites take one port or several, so not
/// every sum can be had; a bit is set for each that can.
/// </summary>
internal readonly record struct PortSplit(BigInteger Sums, int Total)
{
    public static readonly PortSplit None = new(BigInteger.One, 0);

    public PortSplit With(int ports) => new(Sums | (Sums << ports), Total + ports);

    /// <summary>The most that the first may take, it having so many ports free and the second so many; null where they do not do.</summary>
    public int? First(int free, int freeAtSecond)
    {
        for (var sum = Math.Min(free, Total); sum >= Math.Max(Total - freeAtSecond, 0); sum--)
        {
            if (!(Sums >> sum).IsEven)
                return sum;
        }

        return null;
    }

    /// <summary>Which of the sites, by their ports, make up a sum that can be had.</summary>
    public static bool[] Choose(IReadOnlyList<int> ports, int sum)
    {
        var before = new List<PortSplit> { None };
        foreach (var one in ports)
            before.Add(before[^1].With(one));
        var chosen = new bool[ports.Count];
        for (var index = ports.Count - 1; index >= 0; index--)
        {
            chosen[index] = (before[index].Sums >> sum).IsEven;
            sum -= chosen[index] ? ports[index] : 0;
        }

        return chosen;
    }
}
