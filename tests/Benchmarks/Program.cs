using Conference.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks            everything, one run
// dotnet run -c Release --project tests/Benchmarks -- start   one of: start, carry, growth
// CONFERENCE_PRODUCT=out/Conference.AllInOne.dll              measures what was published to out/, not the build
var chosen = args.Length > 0 ? args : ["start", "carry", "growth"];
foreach (var name in chosen)
{
    await (name switch
    {
        "start" => StartBenchmark.RunAsync(),
        "carry" => CarryBenchmark.RunAsync(),
        "growth" => GrowthBenchmark.RunAsync(),
        _ => throw new ArgumentException($"There is no benchmark '{name}'. Choose from: start, carry, growth."),
    });
}
