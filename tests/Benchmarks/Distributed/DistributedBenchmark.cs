namespace Conference.Benchmarks.Distributed;

/// <summary>Every service its own process, over RabbitMQ and PostgreSQL in containers, beside what the same servers can do bare.</summary>
internal static class DistributedBenchmark
{
    private static readonly string[] Parts = ["floor", "carry", "hold", "memory", "growth", "statements", "replicas"];

    public static async Task RunAsync(IReadOnlyCollection<string> chosen)
    {
        if (chosen.Except(Parts).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"There is no part '{unknown}'. Choose from: {string.Join(", ", Parts)}.");
        bool Wanted(string part) => chosen.Count == 0 || chosen.Contains(part);

        if (Parts[..^2].Any(Wanted))
        {
            await using var stage = await Stage.SetAsync();
            if (Wanted("floor") || Wanted("carry"))
                await CarryAgainstFloor.RunAsync(stage, Wanted("carry"));
            if (Wanted("hold"))
                await HoldBenchmark.RunAsync(stage);
            if (Wanted("growth"))
                await StoredGrowth.RunAsync(stage);
            if (Wanted("memory"))
                MemoryOfServices.Print(stage);
        }

        if (Wanted("statements"))
            await StatementsOfConference.RunAsync();
        if (Wanted("replicas"))
            await ReplicasBenchmark.RunAsync();
    }
}
