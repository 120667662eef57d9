using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Portal.Access.Users;
using Conference.Portal.Storage;

namespace Conference.Portal.Access.SignIn;

/// <summary>Who came in and who was refused, in the audit log. Addresses that nobody is known by are not written: anybody could fill the log with them.</summary>
internal sealed class SignInLog(AuditTrail audit, PortalStore store)
{
    private const string Action = "sign-in";

    /// <summary>Who is about to sign in: what they change on the way is theirs.</summary>
    public void Is(PortalUser? user)
    {
        if (user is not null)
            audit.By(user.Id.ToString());
    }

    public async Task EnteredAsync(Caller caller)
    {
        audit.Record(store, Action, caller, AuditOutcome.Done);
        await store.SaveChangesAsync();
    }

    public async Task RefusedAsync(PortalUser user)
    {
        audit.Record(store, Action, user.ToCaller(), AuditOutcome.Refused);
        await store.SaveChangesAsync();
    }
}
