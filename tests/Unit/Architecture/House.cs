using System.Reflection;
using Conference.Booking;
using Conference.Council;
using Conference.Hospitals;
using Conference.Invitations;
using Conference.Platform.Storage;
using Conference.Portal;
using Conference.Requests;
using Conference.Timers;
using Microsoft.EntityFrameworkCore.Design;

namespace Conference.UnitTests.Architecture;

/// <summary>The services, and their stores of both kinds, for rules that hold for all of them.</summary>
internal static class House
{
    public static readonly Assembly[] Services =
    [
        typeof(HospitalsModule).Assembly, typeof(RequestsModule).Assembly, typeof(BookingModule).Assembly, typeof(InvitationsModule).Assembly,
        typeof(CouncilModule).Assembly, typeof(TimersModule).Assembly, typeof(PortalModule).Assembly,
    ];

    public static IEnumerable<Type> StoreFactories => Services.SelectMany(service => service.GetTypes())
        .Where(type => !type.IsAbstract && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>)));

    public static ServiceStore Open(Type factory) => (ServiceStore)factory.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(factory), [Array.Empty<string>()])!;
}
