using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.Passkeys;

/// <summary>Which passkeys are taken.</summary>
internal static class PasskeyRules
{
    private const string Required = "required";

    public static void Apply(IdentityPasskeyOptions options)
    {
        // A touch alone is one factor: the device must ask for a finger or a code too.
        options.UserVerificationRequirement = Required;
        options.ResidentKeyRequirement = Required;
        // Identity compares with the Origin header, which browsers blank on pages that give no referrer, as ours.
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && context.Origin == $"{context.HttpContext.Request.Scheme}://{context.HttpContext.Request.Host}");
    }
}
