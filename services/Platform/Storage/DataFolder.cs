using Conference.Platform.Hosting;

namespace Conference.Platform.Storage;

/// <summary>Work on files under <c>Data:Path</c>: what the system refuses there is the setting's fault.</summary>
internal static class DataFolder
{
    /// <exception cref="InvalidSettingException">The process may not work there.</exception>
    public static T Use<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingException($"{DataOptions.Section}:{nameof(DataOptions.Path)}", path, $"a folder in which this process may read and write ({exception.Message})");
        }
    }
}
