using Conference.Contracts;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.Users;

/// <summary>The form in which Identity looks users up, for any text: its own throws at what is no character, which anybody can type.</summary>
internal sealed class LookupKeys : ILookupNormalizer
{
    private readonly UpperInvariantLookupNormalizer _usual = new();

    public string? NormalizeName(string? name) => _usual.NormalizeName(name is null ? null : CompatibilityForm.Whole(name));

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
