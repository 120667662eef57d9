namespace Conference.Platform.Authorization;

/// <summary>Files that only their owner may read.</summary>
public static class SecretFile
{
    /// <summary>Writes the file whole or not at all, mode 0600, its folder made when missing.</summary>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(part, options))
            writer.Write(text);
        File.Move(part, path, overwrite: true);
    }
}
