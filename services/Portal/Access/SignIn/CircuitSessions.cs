using Conference.Platform.Authorization;
using Conference.Portal.Access.Tokens;
using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.SignIn;

/// <summary>An open page is a long connection: whether its reader may still be here is asked every minute.</summary>
internal sealed class CircuitSessions(ILoggerFactory loggers, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticationState);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var caller = Caller.Of(authenticationState.User);
        if (caller is null)
            return true;
        return Sessions.TokenOf(caller) is { } token
            ? await services.GetRequiredService<MachineTokens>().IsValidAsync(token, cancellationToken)
            : await services.GetRequiredService<SignInManager<PortalUser>>().ValidateSecurityStampAsync(authenticationState.User) is not null;
    }
}
