namespace Conference.Benchmarks.Distributed;

/// <summary>What each service occupies after what was measured before.</summary>
internal static class MemoryOfServices
{
    public static void Print(Stage stage)
    {
        var megabytes = stage.Product.Replicas.Select(replica => (replica.Service, Megabytes: Report.ResidentMegabytes(replica.Id))).ToList();
        foreach (var (service, resident) in megabytes)
            Report.Line($"memory of {service}", $"{resident:F0} MB");
        Report.Line("memory of all services", $"{megabytes.Sum(service => service.Megabytes):F0} MB");
    }
}
