using Microsoft.AspNetCore.Hosting;

namespace Conference.Portal;

internal static class StaticFiles
{
    /// <summary>
    /// The list of files to serve: the host's own, which knows those of every library, or Portal's where the host
    /// was built without one, as a test runner is.
    /// </summary>
    public static string? Manifest(IWebHostEnvironment environment) =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, Name(environment.ApplicationName))) ? null : Name(typeof(StaticFiles).Assembly.GetName().Name!);

    private static string Name(string application) => $"{application}.staticwebassets.endpoints.json";
}
