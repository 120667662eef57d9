using System.Text.Json;

namespace Conference.Contracts;

/// <summary>The codes of the glossary as text, for the edges that read or write them by hand: queries, CSV, pages.</summary>
public static class Code
{
    /// <summary>The glossary's code of a value: <c>joint_cancer_board</c>.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Codes<TEnum>.Names[value];

    /// <summary>All codes of a kind, in the order of the glossary.</summary>
    public static IReadOnlyCollection<string> All<TEnum>() where TEnum : struct, Enum => Codes<TEnum>.Values.Keys;

    /// <summary>Reads a code; false when it is not one of the glossary's.</summary>
    public static bool TryParse<TEnum>(string? code, out TEnum value) where TEnum : struct, Enum
    {
        value = default;
        return code is not null && Codes<TEnum>.Values.TryGetValue(code, out value);
    }

    private static class Codes<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Names =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly OrderedDictionary<string, TEnum> Values =
            new(Names.Select(pair => KeyValuePair.Create(pair.Value, pair.Key)), StringComparer.Ordinal);
    }
}
