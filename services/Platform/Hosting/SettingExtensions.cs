using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Hosting;

/// <summary>Settings: ordinary .NET configuration, validated before anything starts.</summary>
public static class SettingExtensions
{
    /// <summary>
    /// Binds <typeparamref name="TOptions"/> to a section and checks its data annotations at start. A value that
    /// breaks one stops the start with a message that names the setting.
    /// </summary>
    public static IServiceCollection AddSetting<TOptions>(this IServiceCollection services, string section) where TOptions : class
    {
        services.AddSingleton(new BoundSection(section, typeof(TOptions)));
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, SettingValidation<TOptions>>();
        return services;
    }
}
