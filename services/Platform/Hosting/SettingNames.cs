using System.Collections;
using System.Reflection;
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
        var bound = services.Where(service => !service.IsKeyedService).Select(service => service.ImplementationInstance).OfType<BoundSection>().ToList();
        // A list names its items by numbers.
        foreach (var section in bound.Where(section => !section.Options.IsAssignableTo(typeof(IEnumerable))).GroupBy(section => section.Section, section => section.Options))
        {
            var names = section.SelectMany(Names).Concat(bound.Select(other => other.Under(section.Key)).OfType<string>()).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var given in configuration.GetSection(section.Key).GetChildren().Where(given => !names.Contains(given.Key)))
            {
                if (names.FirstOrDefault(name => IsNear(given.Key, name)) is { } meant)
                    throw new InvalidSettingException(given.Path, "…", $"there is no such setting; {section.Key}:{meant} is one");
            }
        }
    }

    private static IEnumerable<string> Names(Type options) =>
        options.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name);

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
internal sealed record BoundSection(string Section, Type Options)
{
    /// <summary>Its name within another section; null when it is not within it.</summary>
    public string? Under(string other) => Section.StartsWith($"{other}:", StringComparison.Ordinal) ? Section[(other.Length + 1)..] : null;
}
