using Microsoft.Extensions.Options;

namespace Conference.Platform.Hosting;

/// <summary>Tells a wrong setting, which the operator can mend, from a fault of ours.</summary>
internal static class WrongSetting
{
    public static string? Find(Exception exception) => exception switch
    {
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures.Select(failure => $"Wrong setting: {failure}")),
        InvalidSettingException wrong => $"Wrong setting: {wrong.Message}",
        AggregateException many => many.InnerExceptions.Select(Find).FirstOrDefault(message => message is not null),
        { InnerException: { } inner } => Find(inner),
        _ => null,
    };
}
