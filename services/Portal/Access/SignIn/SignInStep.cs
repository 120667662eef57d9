namespace Conference.Portal.Access.SignIn;

/// <summary>What follows on an attempt to sign in.</summary>
internal enum SignInStep
{
    Refused,
    LockedOut,
    ChoosePassword,
    EnterCode,
    SetUpSecondFactor,
    SignedIn,
}
