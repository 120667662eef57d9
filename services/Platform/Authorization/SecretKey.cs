using System.Security.Cryptography;
using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Authorization;

/// <summary>
/// Secret keys: from configuration where several machines must share one, else made once under the data folder,
/// readable by its owner alone.
/// </summary>
public static class SecretKey
{
    private const int Bytes = 32;
    private static readonly Lock Making = new();

    /// <summary>Has the key read, or made, before anything starts, and its name known among the settings.</summary>
    public static IServiceCollection AddSecretKey(this IServiceCollection services, string setting, string name) =>
        services.AddSingleton(new NeededKey(setting, name));

    /// <summary>Reads the key of a setting, or the one kept as <c>keys/{name}.key</c>, which is made when missing.</summary>
    public static byte[] Read(IConfiguration configuration, DataOptions data, string setting, string name)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(data);
        if (configuration[setting] is { Length: > 0 } text)
            return Decode(setting, text);

        lock (Making)
        {
            var file = Path.Combine(data.Path, "keys", $"{name}.key");
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

/// <summary>A key without which a process does not start.</summary>
internal sealed record NeededKey(string Setting, string Name);
