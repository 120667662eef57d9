using Microsoft.AspNetCore.Http;

namespace Conference.Platform.Authorization;

/// <summary>Other ways to authenticate than the services' own tokens: the portal adds its cookie and its machine tokens.</summary>
public sealed class CallerSchemes
{
    /// <summary>Asked in order for the scheme of a request; the first that is not null is taken, else the service token's.</summary>
    public IList<Func<HttpContext, string?>> Selectors { get; } = [];
}
