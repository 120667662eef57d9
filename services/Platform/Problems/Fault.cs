using System.Globalization;

namespace Conference.Platform.Problems;

/// <summary>One thing that is wrong with what the caller sent.</summary>
/// <param name="Field">The field by its path in the request (<c>participants[2].hospitalId</c>); empty when it is not one field.</param>
/// <param name="Code">Stable code in snake case.</param>
/// <param name="Ja">What is wrong and what to do, in Japanese.</param>
/// <param name="En">The same in English.</param>
public sealed record Fault(string Field, string Code, string Ja, string En)
{
    /// <summary>The sentence in the reader's language.</summary>
    public string Text => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Ja;
}
