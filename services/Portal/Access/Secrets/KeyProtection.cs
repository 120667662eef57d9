using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Conference.Platform.Authorization;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.Secrets;

/// <summary>
/// Encrypts Data Protection's keys with <c>Auth:DataKey</c> (AES-256-GCM), so that a copy of the database alone opens
/// nothing.
/// </summary>
internal sealed class KeyProtection(IConfiguration configuration, IOptions<DataOptions> data) : IXmlEncryptor, IXmlDecryptor
{
    public static readonly SecretKey Key = new("Auth:DataKey", "portal");

    private const string Purpose = "conference data protection keys";

    // HKDF makes exactly 32 bytes of a configured key of any length.
    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Key.Read(configuration, data.Value), 32, info: Encoding.UTF8.GetBytes(Purpose));

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(_key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return new EncryptedXmlInfo(new XElement("encrypted", Convert.ToBase64String([.. nonce, .. tag, .. cipher])), typeof(KeyDecryptor));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[bytes.Length - nonce - tag];
        using var aes = new AesGcm(_key, tag);
        aes.Decrypt(bytes[..nonce], bytes[(nonce + tag)..], bytes.Slice(nonce, tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

/// <summary>Made by Data Protection by its type's name, which stands beside each encrypted key.</summary>
internal sealed class KeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeyProtection>().Decrypt(encryptedElement);
}
