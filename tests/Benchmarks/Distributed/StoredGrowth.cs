namespace Conference.Benchmarks.Distributed;

/// <summary>The same round with a thousand conferences stored and with many more: it should stay flat.</summary>
internal static class StoredGrowth
{
    private const int First = 1000;

    public static async Task RunAsync(Stage stage)
    {
        var stored = await Seeding.CountAsync(stage.Database);
        if (stored < First)
            await stage.Clients.CarryAsync(First - stored, Sizes.UsualSites);
        var before = await MeasureAsync(stage);
        await Seeding.GrowAsync(stage.Database, Sizes.Growth);
        var after = await MeasureAsync(stage);
        Report.Line($"pace with {after.Stored} stored to that with {before.Stored}", $"{after.Pace / before.Pace:F2} (1 is flat); older ones are copies written by SQL");
    }

    private static async Task<(int Stored, double Pace)> MeasureAsync(Stage stage)
    {
        var stored = await Seeding.CountAsync(stage.Database);
        var paces = new List<double>();
        for (var round = 0; round < Sizes.Rounds; round++)
            paces.Add(await stage.Clients.CarryAsync(Sizes.Round, Sizes.UsualSites));
        var held = await stage.Clients.HoldAsync(Sizes.Round, Sizes.ManySites);
        Report.Line(
            $"with {stored} conferences stored",
            $"{Report.Range(paces, "F1")} conferences/s carried; {Sizes.ManySites} sites to queued {Report.Percentiles(held.Conferences.Select(conference => conference.Queued))}");
        return (stored, paces.Order().ElementAt(paces.Count / 2));
    }
}
