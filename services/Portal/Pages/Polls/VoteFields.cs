using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;

namespace Conference.Portal.Pages.Polls;

/// <summary>The inputs by which a plain form carries a vote.</summary>
internal static class VoteFields
{
    public const string Profession = "profession";

    private const string Mark = "mark-";

    /// <summary>The name of a candidate's radio buttons: its start in seconds.</summary>
    public static string NameOf(DateTimeOffset start) => $"{Mark}{start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";

    public static IReadOnlyList<CandidateMark> Marks(IFormCollection form) =>
    [
        .. form.Keys.Where(key => key.StartsWith(Mark, StringComparison.Ordinal)).Select(key =>
            long.TryParse(key[Mark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
                && Code.TryParse<Answer>(form[key].ToString(), out var answer)
                ? new CandidateMark { Start = DateTimeOffset.FromUnixTimeSeconds(seconds), Answer = answer }
                : null).OfType<CandidateMark>().OrderBy(mark => mark.Start),
    ];

    public static IReadOnlyList<Profession> Professions(IFormCollection form) =>
        [.. form[Profession].Select(code => Code.TryParse<Profession>(code, out var profession) ? profession : (Profession?)null).OfType<Profession>().Distinct()];
}
