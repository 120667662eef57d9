using System.Globalization;

namespace Conference.Platform.Audit;

/// <summary>Ids as the log keeps them.</summary>
internal static class AuditSubjects
{
    public const int Longest = 400;
    private const int LongestValue = 64;

    // Whoever asks chooses what stands in an address: what is no id by its looks could be a name.
    private const string NoId = "?";

    public static string Format(IEnumerable<(string Name, object? Value)> subjects)
    {
        var text = string.Join(' ', subjects.Where(subject => !IsSecret(subject.Name)).Select(subject => $"{subject.Name}={Shown(subject.Value)}").Distinct());
        return text.Length <= Longest ? text : text[..Longest];
    }

    /// <summary>What an entry about this id contains.</summary>
    public static string Token(string id) => $"={id}";

    private static bool IsSecret(string name) => name.Contains("token", StringComparison.OrdinalIgnoreCase);

    private static string Shown(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.Length is > 0 and <= LongestValue && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':') ? text : NoId;
    }
}
