using Conference.Platform.Hosting;

namespace Conference.Booking;

/// <summary>What a host needs to run the Booking service.</summary>
public sealed class BookingModule : IServiceModule
{
    public string Name => "booking";

    public void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }
}
