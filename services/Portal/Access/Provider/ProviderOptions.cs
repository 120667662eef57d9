using System.ComponentModel.DataAnnotations;

namespace Conference.Portal.Access.Provider;

/// <summary>
/// An OpenID Connect provider at which people may sign in, beside password and passkey (section <c>Auth:OpenIdConnect</c>;
/// OpenID Connect Core 1.0, code flow with PKCE). Without <see cref="Authority"/> there is none.
/// </summary>
internal sealed class ProviderOptions : IValidatableObject
{
    public const string Section = "Auth:OpenIdConnect";

    /// <summary>The issuer's address, https (http on this machine only); its <c>/.well-known/openid-configuration</c> is read. Default none.</summary>
    public Uri? Authority { get; set; }

    /// <summary>The name under which the provider knows the portal. The address to register there is <c>/signin/provider/callback</c>.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that goes with it; empty for a public client.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says before 「でサインイン」, 1 to 40 characters. Default <c>OpenID Connect</c>.</summary>
    [StringLength(40, MinimumLength = 1, ErrorMessage = "Auth:OpenIdConnect:Name must have 1 to 40 characters.")]
    public string Name { get; set; } = "OpenID Connect";

    /// <summary>Whether the provider has asked for a second factor itself; otherwise the portal's own is asked for. Default <c>false</c>.</summary>
    public bool ChecksSecondFactor { get; set; }

    /// <summary>
    /// Whether a mail address is believed though the provider does not say <c>email_verified</c>; only where nobody there can
    /// choose an address of their own. Default <c>false</c>.
    /// </summary>
    public bool TrustsAddresses { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Authority is null)
            yield break;
        if (!Authority.IsAbsoluteUri || (Authority.Scheme != Uri.UriSchemeHttps && !(Authority.Scheme == Uri.UriSchemeHttp && Authority.IsLoopback)))
            yield return new ValidationResult($"{Section}:Authority is '{Authority}': give the issuer's https address.");
        if (ClientId.Length == 0)
            yield return new ValidationResult($"{Section}:ClientId is missing: the name under which the provider knows the portal.");
    }
}
