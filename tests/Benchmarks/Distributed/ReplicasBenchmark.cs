namespace Conference.Benchmarks.Distributed;

/// <summary>One to three processes each of Requests, Booking and Invitations.</summary>
internal static class ReplicasBenchmark
{
    private const int Most = 3;

    public static async Task RunAsync()
    {
        double? one = null;
        for (var replicas = 1; replicas <= Most; replicas++)
        {
            await using var stage = await Stage.SetAsync(replicas);
            var paces = new List<double>();
            for (var round = 0; round < Sizes.Rounds; round++)
                paces.Add(await stage.Clients.CarryAsync(Sizes.Round, Sizes.UsualSites));
            var median = paces.Order().ElementAt(paces.Count / 2);
            one ??= median;
            Report.Line($"carried with {replicas} of Requests, Booking and Invitations", $"{Report.Range(paces, "F1")} conferences/s, {median / one:F2} of one of each");
        }
    }
}
