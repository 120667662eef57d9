using System.ComponentModel.DataAnnotations;

namespace Conference.Portal.Access;

/// <summary>How people sign in (section <c>Auth</c>).</summary>
public sealed class AuthOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Auth";

    /// <summary>Whether everybody must set up a second factor at the first sign-in. Default <c>true</c>.</summary>
    public bool RequireSecondFactor { get; set; } = true;

    /// <summary>Wrong passwords or codes in a row after which an account is locked; 3 to 20. Default 5.</summary>
    [Range(3, 20, ErrorMessage = "Auth:LockoutAttempts must be between 3 and 20.")]
    public int LockoutAttempts { get; set; } = 5;

    /// <summary>How long an account stays locked, in minutes; 1 to 1440. Default 15.</summary>
    [Range(1, 1440, ErrorMessage = "Auth:LockoutMinutes must be between 1 and 1440.")]
    public int LockoutMinutes { get; set; } = 15;

    /// <summary>After how many hours without use somebody is signed out; 1 to 24. Default 8.</summary>
    [Range(1, 24, ErrorMessage = "Auth:SessionHours must be between 1 and 24.")]
    public int SessionHours { get; set; } = 8;

    /// <summary>Attempts to sign in that one network address may make in a minute; 5 to 10000. Default 60: a hospital often has one address.</summary>
    [Range(5, 10000, ErrorMessage = "Auth:SignInsPerMinute must be between 5 and 10000.")]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Answers that may be sent by one answer link in a minute; 5 to 10000. Default 30.</summary>
    [Range(5, 10000, ErrorMessage = "Auth:AnswersPerMinute must be between 5 and 10000.")]
    public int AnswersPerMinute { get; set; } = 30;
}
