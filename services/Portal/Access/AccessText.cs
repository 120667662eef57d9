namespace Conference.Portal.Access;

/// <summary>Names the resources of the sign-in and account pages.</summary>
internal sealed class AccessText;
