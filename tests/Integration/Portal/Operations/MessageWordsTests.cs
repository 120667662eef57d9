using System.Globalization;
using System.Reflection;
using System.Resources;
using Conference.Booking;
using Conference.Council;
using Conference.Hospitals;
using Conference.Invitations;
using Conference.Portal;
using Conference.Requests;
using Conference.Timers;
using MassTransit;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Operations;

public sealed class MessageWordsTests
{
    private static readonly ResourceManager Texts = new("Conference.Portal.Resources.Texts", typeof(PortalModule).Assembly);

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void EveryMessageThatCanFail_HasWords(string language)
    {
        var taken = new[] { typeof(HospitalsModule), typeof(RequestsModule), typeof(BookingModule), typeof(InvitationsModule), typeof(CouncilModule), typeof(TimersModule) }
            .SelectMany(module => module.Assembly.GetTypes()).SelectMany(MessagesOf).Distinct().ToList();

        taken.Count.ShouldBeGreaterThan(30);
        taken.Where(type => Texts.GetString($"message.{type.Name}", CultureInfo.GetCultureInfo(language)) is null).ShouldBeEmpty();
    }

    private static IEnumerable<Type> MessagesOf(Type type) => type.IsAbstract ? [] : type.GetInterfaces()
        .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IConsumer<>))
        .Concat(typeof(StateMachine).IsAssignableFrom(type) ? type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(property => property.PropertyType)
            .Where(property => property.IsGenericType && property.GetGenericTypeDefinition() == typeof(Event<>)) : [])
        .Select(contract => contract.GetGenericArguments()[0]);
}
