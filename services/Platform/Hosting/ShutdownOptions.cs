using System.ComponentModel.DataAnnotations;

namespace Conference.Platform.Hosting;

/// <summary>How a process stops (section <c>Shutdown</c>).</summary>
public sealed class ShutdownOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Shutdown";

    /// <summary>
    /// For how long a process that was told to stop says that it is not ready and goes on answering, so that those who
    /// call it turn to another replica first; 0 to 5 minutes, default 0.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Shutdown:DrainFor must be between 00:00:00 and 00:05:00.")]
    public TimeSpan DrainFor { get; set; }

    /// <summary>For how long requests and messages in hand may then finish; 1 second to 10 minutes, default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Shutdown:FinishWithin must be between 00:00:01 and 00:10:00.")]
    public TimeSpan FinishWithin { get; set; } = TimeSpan.FromSeconds(30);
}
