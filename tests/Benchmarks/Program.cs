using Conference.Benchmarks;
using Conference.Benchmarks.Distributed;
using Conference.Benchmarks.Finder;

// How to run and read them: README.md
if (args is ["distributed", .. var parts])
{
    await DistributedBenchmark.RunAsync(parts);
    return;
}

if (args is ["finder", .. var finderParts])
{
    await FinderBenchmark.RunAsync(finderParts);
    return;
}

var chosen = args.Length > 0 ? args : ["start", "carry", "growth"];
foreach (var name in chosen)
{
    await (name switch
    {
        "start" => StartBenchmark.RunAsync(),
        "carry" => CarryBenchmark.RunAsync(),
        "growth" => GrowthBenchmark.RunAsync(),
        "limit" => LimitBenchmark.RunAsync(),
        "feed" => FeedBenchmark.RunAsync(),
        "post" => PostBenchmark.RunAsync(),
        "mail" => MailBenchmark.RunAsync(),
        _ => throw new ArgumentException($"There is no benchmark '{name}'. Choose from: start, carry, growth, limit, finder, mail, post, feed, distributed."),
    });
}
