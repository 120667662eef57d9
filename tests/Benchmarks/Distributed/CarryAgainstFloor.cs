namespace Conference.Benchmarks.Distributed;

/// <summary>What a conference takes, what the bare servers could do of it in a second, and what the product does.</summary>
internal static class CarryAgainstFloor
{
    private static readonly TimeSpan FloorTime = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(Stage stage, bool carry)
    {
        var (each, bytes) = await CountAsync(stage);
        var floors = new List<double>();
        var paces = new List<double>();
        // Taken in turns, so that each share compares neighbours: a shared machine is not the same a minute later.
        for (var round = 0; round < Sizes.Rounds; round++)
        {
            floors.Add(await Floor.MeasureAsync(stage.Servers, stage.Database, bytes, FloorTime) / each.Hops);
            if (carry)
                paces.Add(await CarryAsync(stage, printed: round == Sizes.Rounds - 1));
        }

        Report.Line($"floor: {each.Hops:F0} bare hops a conference, {bytes} bytes a message", $"{Report.Range(floors, "F1")} conferences/s, {Report.Range(floors.Select(floor => floor * each.Hops), "F0")} hops/s");
        if (!carry)
            return;
        Report.Line($"carried from request to Confirmed, {Sizes.UsualSites} sites, 8 clients", $"{Report.Range(paces, "F1")} conferences/s");
        Report.Line("share of the floor", $"{Report.Range(paces.Zip(floors, (pace, floor) => 100 * pace / floor), "F0")} % (aim 60 %)");
    }

    private static async Task<double> CarryAsync(Stage stage, bool printed)
    {
        var before = ProcessorTime.Take(stage);
        var pace = await stage.Clients.CarryAsync(Sizes.Round, Sizes.UsualSites);
        if (printed)
            ProcessorTime.Take(stage).Print(before, Sizes.Round);
        return pace;
    }

    private static async Task<(Tally Each, int Bytes)> CountAsync(Stage stage)
    {
        var still = await Tally.TakeAsync(stage.Database);
        var before = await Tally.TakeAsync(stage.Database);
        await using var census = await Census.StartAsync(stage.Servers);
        await stage.Clients.CarryAsync(Sizes.Round, Sizes.UsualSites);
        var each = (await Tally.TakeAsync(stage.Database) - before).Without(before - still).For(Sizes.Round);
        var all = census.All;

        Report.Line(
            $"a conference of {Sizes.UsualSites} sites takes",
            $"{each.Hops:F1} hops, {each.Messages:F1} messages of {all.Bytes / 1024.0 / Sizes.Round:F1} kB, {each.Commits:F0} commits (reading ones too), {each.WalBytes / 1024:F0} kB of log");
        foreach (var (type, published) in census.Types.Where(type => type.Value.Count * 20 >= Sizes.Round))
            Report.Line($"  {type.Split(':')[^1]}", $"{published.Count / (double)Sizes.Round:F1} of {published.Bytes / 1024.0 / published.Count:F1} kB");
        return (each, (int)(all.Bytes / Math.Max(1, all.Count)));
    }
}
