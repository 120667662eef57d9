using System.ComponentModel.DataAnnotations;

namespace Conference.Platform.Hosting;

/// <summary>A setting that is an absolute http or https URL with a host, and without query or fragment; or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WebAddressAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || (value is string text
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "http" or "https", Host.Length: > 0, Query: "", Fragment: "" }
        && !text.Any(char.IsWhiteSpace));
}
