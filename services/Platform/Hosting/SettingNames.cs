using System.Reflection;
using Conference.Platform.Authorization;
using Conference.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Hosting;

/// <summary>
/// Refuses a name that is nearly a setting's: <c>Mail:Smpt</c> would be left unread, and mails with it. Only what is near
/// to a known name: a process gets the settings of the other services too, and does not know them.
/// </summary>
internal static class SettingNames
{
    private const int Near = 2;

    public static void Check(IConfiguration configuration, IServiceCollection services)
    {
        var given = services.Where(service => !service.IsKeyedService).Select(service => service.ImplementationInstance).ToList();
        var bound = given.OfType<BoundSection>().ToList();
        // Settings that are read one by one.
        var single = given.OfType<SecretKey>().Select(key => key.Setting).Append(PostgresConnection.Setting).ToList();
        var sections = bound.Select(section => section.Section).Concat(single.Select(setting => setting[..setting.LastIndexOf(':')])).Distinct(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            var types = bound.Where(other => other.Section == section).Select(other => other.Options).ToList();
            var others = bound.Select(other => other.Section).Concat(single).Where(other => other.StartsWith($"{section}:", StringComparison.Ordinal)).Select(other => other[(section.Length + 1)..]);
            Check(configuration.GetSection(section), types, others);
        }
    }

    private static void Check(IConfigurationSection section, IReadOnlyCollection<Type> types, IEnumerable<string> others)
    {
        // A list names its items by numbers.
        if (types.Select(ItemOf).FirstOrDefault(item => item is not null) is { } item)
        {
            CheckItems(section, item);
            return;
        }

        var properties = types.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)).ToLookup(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        var names = properties.Select(property => property.Key).Concat(others).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var given in section.GetChildren())
        {
            if (!names.Contains(given.Key) && names.FirstOrDefault(name => IsNear(given.Key, name)) is { } meant)
                throw new InvalidSettingException(given.Path, "…", $"there is no such setting; {section.Path}:{meant} is one");
            if (properties[given.Key].Select(ItemOf).FirstOrDefault(item => item is not null) is { } one)
                CheckItems(given, one);
        }
    }

    private static void CheckItems(IConfigurationSection list, Type item)
    {
        var isMap = item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
        if (list.Value is { Length: > 0 })
            throw new InvalidSettingException(list.Path, "…", isMap ? $"it holds settings of its own, {list.Path}:… each" : $"it is a list; its first item is {list.Path}:0");
        if (item.Namespace?.StartsWith("Conference.", StringComparison.Ordinal) != true || item.IsEnum)
            return;
        foreach (var given in list.GetChildren())
            Check(given, [item], []);
    }

    private static Type? ItemOf(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    /// <summary>Whether one slip of the finger, in long names two, lies between the names.</summary>
    internal static bool IsNear(string given, string name) =>
        Distance(given.ToUpperInvariant(), name.ToUpperInvariant()) <= Math.Min(Near, name.Length / 4);

    // Letters put in, left out, mistaken, or two of them swapped (optimal string alignment).
    private static int Distance(string one, string other)
    {
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }

                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                steps[i, j] = Math.Min(Math.Min(steps[i - 1, j] + 1, steps[i, j - 1] + 1), steps[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[one.Length, other.Length];
    }
}

/// <summary>A section of the configuration and what is read from it.</summary>
internal sealed record BoundSection(string Section, Type Options);
