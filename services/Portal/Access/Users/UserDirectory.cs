using System.ComponentModel.DataAnnotations;
using Conference.Platform.Audit;
using Conference.Platform.Problems;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Users;

internal sealed class UserDirectory(UserManager<PortalUser> users, AuditTrail audit, TimeProvider time) : IUserDirectory
{
    private const int LongestName = 100;

    public async Task<UserCreated> CreateAsync(NewUser user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var faults = Check(user.Name, user.Email);
        if (faults.Count > 0)
            return new UserCreated(null, faults);

        var account = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = user.Email.Trim(),
            Email = user.Email.Trim(),
            Name = user.Name.Trim(),
            Role = user.Role,
            Scope = user.Scope,
            CreatedAt = time.GetUtcNow(),
            MustChoosePassword = user.MustChoosePassword,
            MaySkipSecondFactor = user.MaySkipSecondFactor,
        };
        audit.Concerns("userId", account.Id);
        IdentityResult result;
        try
        {
            result = await users.CreateAsync(account, user.Password);
        }
        catch (DbUpdateException exception) when (StoreRace.Is(exception))
        {
            // Two who invite the same person at once: the store lets one through.
            return new UserCreated(null, [AccountFaults.EmailTaken]);
        }

        return result.Succeeded ? new UserCreated(account.Id, []) : new UserCreated(null, AccountFaults.Of(result));
    }

    /// <summary>What is wrong with a name and an address, before anything is asked of the store.</summary>
    public static List<Fault> Check(string? name, string? email)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
            faults.Add(new Fault("name", "invalid_name", $"氏名を {LongestName} 文字以内で入力してください。", $"Enter a name of at most {LongestName} characters."));
        if (email is null || email.Length > 254 || !new EmailAddressAttribute().IsValid(email.Trim()))
            faults.Add(new Fault("email", "invalid_email", "メールアドレスの形式を確認してください。", "Check the mail address."));
        return faults;
    }
}
