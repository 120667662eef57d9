using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Conference.Council.Feeds;

/// <summary>The octets of feeds by their tags: many programs ask for one feed, and writing it is most of the work.</summary>
internal sealed class FeedTexts(FeedCalendar calendar) : IDisposable
{
    private const long Bytes = 32 * 1024 * 1024;

    private readonly MemoryCache _written = new(new MemoryCacheOptions { SizeLimit = Bytes });

    public byte[]? Of(string tag) => _written.Get<byte[]>(tag);

    public byte[] Write(string tag, FeedContent content, bool packed)
    {
        var text = Encoding.UTF8.GetBytes(calendar.Write(content));
        var octets = packed ? Pack(text) : text;
        return _written.Set(tag, octets, new MemoryCacheEntryOptions { Size = octets.Length });
    }

    public void Dispose() => _written.Dispose();

    private static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(text);
        return packed.ToArray();
    }
}
