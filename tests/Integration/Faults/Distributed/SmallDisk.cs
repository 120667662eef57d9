using System.Diagnostics;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>A file system of its own for one folder, small enough to fill. Needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        Run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", _folder);
    }

    private string Ballast => Path.Combine(_folder, "ballast");

    public void Fill()
    {
        using var file = File.Create(Ballast);
        var block = new byte[64 * 1024];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full, as was meant.
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose() => Run("umount", "--lazy", _folder);

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
