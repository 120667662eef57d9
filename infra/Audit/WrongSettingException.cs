namespace Conference.Audit;

/// <summary>A setting that the operator can mend; the message names it.</summary>
public sealed class WrongSettingException(string message) : Exception(message);
