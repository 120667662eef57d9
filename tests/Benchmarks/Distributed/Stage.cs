using Conference.Tests.Support;
using Npgsql;

namespace Conference.Benchmarks.Distributed;

/// <summary>Servers, the product on them, and what measures it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(Servers servers, Deployment product, Witness witness)
    {
        Servers = servers;
        Product = product;
        Witness = witness;
        Clients = new Clients(product, witness);
        Database = NpgsqlDataSource.Create($"{servers.DatabaseUrl};Maximum Pool Size=100;Max Auto Prepare=10");
    }

    public Servers Servers { get; }

    public Deployment Product { get; }

    public Clients Clients { get; }

    public NpgsqlDataSource Database { get; }

    private Witness Witness { get; }

    /// <summary>Starts all services, so many processes of those that carry a conference, and warms them up.</summary>
    public static async Task<Stage> SetAsync(int replicas = 1, bool counted = false)
    {
        var servers = await Servers.StartAsync(direct: true, counted: counted);
        var product = await Deployment.StartAsync(
            servers, new Dictionary<string, int> { ["Requests"] = replicas, ["Booking"] = replicas, ["Invitations"] = replicas });
        var stage = new Stage(servers, product, await Witness.StartAsync(servers));
        await stage.Clients.PrepareAsync();
        await stage.Clients.CarryAsync(Sizes.WarmUp, Sizes.UsualSites);
        return stage;
    }

    public async ValueTask DisposeAsync()
    {
        await Witness.DisposeAsync();
        await Database.DisposeAsync();
        await Product.DisposeAsync();
        await Servers.DisposeAsync();
    }
}

/// <summary>How much is done; a round has to outlast the noise of a shared machine.</summary>
internal static class Sizes
{
    public const int UsualSites = 3;
    public const int ManySites = 10;
    public const int WarmUp = 300;
    public const int Rounds = 3;

    /// <summary>Conferences a round; <c>CONFERENCE_ROUND</c> names another number.</summary>
    public static int Round { get; } = Of("CONFERENCE_ROUND", 150);

    /// <summary>To how many stored conferences it grows; <c>CONFERENCE_GROWTH</c> names another number.</summary>
    public static int Growth { get; } = Of("CONFERENCE_GROWTH", 10_000);

    private static int Of(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var named) ? named : usual;
}
