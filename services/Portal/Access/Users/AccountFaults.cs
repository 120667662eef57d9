using Conference.Platform.Problems;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.Users;

/// <summary>Identity's errors in the words of the product.</summary>
internal static class AccountFaults
{
    public const int ShortestPassword = 12;

    public static readonly Fault WrongPassword = new("currentPassword", "wrong_password", "現在のパスワードが違います。", "The current password is wrong.");

    public static readonly Fault EmailTaken = new("email", "email_taken", "このメールアドレスは登録済みです。", "This mail address is already registered.");

    public static IReadOnlyCollection<Fault> Of(IdentityResult result) => [.. result.Errors.Select(Of).DistinctBy(fault => fault.Code)];

    private static Fault Of(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => EmailTaken,
        nameof(IdentityErrorDescriber.InvalidUserName) or nameof(IdentityErrorDescriber.InvalidEmail) =>
            new("email", "invalid_email", "メールアドレスの形式を確認してください。", "Check the mail address."),
        nameof(IdentityErrorDescriber.PasswordTooShort) =>
            new("password", "password_too_short", $"パスワードは {ShortestPassword} 文字以上にしてください。", $"Use a password of at least {ShortestPassword} characters."),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) =>
            new("password", "password_too_simple", "同じ文字の繰り返しではないパスワードにしてください。", "Use a password that does not repeat the same few characters."),
        nameof(IdentityErrorDescriber.PasswordMismatch) =>
            WrongPassword,
        _ => new("", "not_saved", "保存できませんでした。もう一度お試しください。", "It could not be saved. Try again."),
    };
}
