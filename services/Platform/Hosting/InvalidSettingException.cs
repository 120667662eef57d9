namespace Conference.Platform.Hosting;

/// <summary>A setting that cannot be used. Its message names the setting, its value and what is expected, and becomes the last line before the process stops with code 2.</summary>
public sealed class InvalidSettingException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InvalidSettingException(string setting, string? value, string expected)
        : base($"{setting} is '{value}': {expected}")
    {
    }
}
