using System.Collections.Concurrent;

namespace Conference.Audit.Mails;

/// <summary>The folder of mails. A file never changes what it says, so a second reading parses only what is new.</summary>
internal sealed class MailDrop(string folder)
{
    private readonly ConcurrentDictionary<string, MailFile> _read = new();

    /// <summary>All mails; null where there is no such folder.</summary>
    public IReadOnlyList<MailFile>? Read()
    {
        if (!Directory.Exists(folder))
            return null;
        var names = Directory.GetFiles(folder, "*.eml");
        return [.. names.AsParallel().Select(name => _read.GetOrAdd(name, MailFile.Load))];
    }
}
