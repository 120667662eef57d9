using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conference.Platform.Telemetry.Figures;

/// <summary>Puts figures on the board of <c>/metrics</c>.</summary>
public static class FigureExtensions
{
    /// <summary>Adds a service's figures.</summary>
    public static IServiceCollection AddFigures<TSource>(this IServiceCollection services) where TSource : class, IFigureSource =>
        services.AddFigures(provider => ActivatorUtilities.CreateInstance<TSource>(provider));

    internal static IServiceCollection AddFigures(this IServiceCollection services, Func<IServiceProvider, IFigureSource> source) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<FigureBoard>(provider, source(provider)));
}
