using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Hosting;

/// <summary>Checks settings by their data annotations. The annotation's message names the setting, and is all that is said.</summary>
internal sealed class SettingValidation<TOptions> : IValidateOptions<TOptions> where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<ValidationResult> wrong = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(result => result.ErrorMessage!));
    }
}
