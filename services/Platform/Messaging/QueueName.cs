using MassTransit;

namespace Conference.Platform.Messaging;

/// <summary>Queue names: the service's name, then the consumer's or saga's, in kebab case.</summary>
internal static class QueueName
{
    private static readonly KebabCaseEndpointNameFormatter Kebab = new(false);

    public static string For(string module, Type type)
    {
        var name = type.Name;
        foreach (var suffix in new[] { "Consumer", "StateMachine" })
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
                name = name[..^suffix.Length];
        }

        return $"{module}-{Kebab.SanitizeName(name)}";
    }
}
