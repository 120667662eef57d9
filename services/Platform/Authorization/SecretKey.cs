using System.Security.Cryptography;
using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Authorization;

/// <summary>
/// A secret key: from configuration where several machines must share it, else made once under the data folder, readable
/// by its owner alone.
/// </summary>
/// <param name="Setting">The setting that holds it.</param>
/// <param name="Name">Its file's name, <c>keys/{Name}.key</c>, where the setting is not given.</param>
public sealed record SecretKey(string Setting, string Name)
{
    private const int Bytes = 32;
    private static readonly Lock Making = new();

    /// <summary>Reads the key of a process.</summary>
    public byte[] Read(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Read(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IOptions<DataOptions>>().Value);
    }

    /// <summary>Reads the key; one that is in a file is made when missing.</summary>
    public byte[] Read(IConfiguration configuration, DataOptions data)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(data);
        if (configuration[Setting] is { Length: > 0 } text)
            return Decode(Setting, text);

        lock (Making)
        {
            var file = Path.Combine(data.Path, "keys", $"{Name}.key");
            return Decode(file, DataFolder.Use(data.Path, () => ReadOrMake(file)));
        }
    }

    private static string ReadOrMake(string file)
    {
        if (!File.Exists(file))
            SecretFile.Write(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        return File.ReadAllText(file).Trim();
    }

    private static byte[] Decode(string setting, string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= Bytes
            ? key[..length]
            : throw new InvalidSettingException(setting, "…", $"at least {Bytes} random bytes in base64, for example from: openssl rand -base64 {Bytes}");
    }
}

/// <summary>What a process cannot do without.</summary>
public static class SecretKeyExtensions
{
    /// <summary>Has the key read, or made, before anything starts, and its name known among the settings.</summary>
    public static IServiceCollection AddSecretKey(this IServiceCollection services, SecretKey key) => services.AddSingleton(key);
}
