using System.Security.Claims;
using Conference.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Conference.Platform.Authorization;

/// <summary>
/// The short-lived tokens with which the portal calls the services for somebody: JWT (RFC 7519), HMAC-SHA256,
/// five minutes. The key is <c>Auth:SigningKey</c> (base64, 32 bytes or more, the same for all services); without
/// it a key is made under the data folder, which serves one machine.
/// </summary>
public sealed class ServiceTokens
{
    internal static readonly SecretKey Key = new("Auth:SigningKey", "service");

    private const string Issuer = "conference";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly SigningCredentials _credentials;
    private readonly TimeProvider _time;

    /// <summary>Reads or makes the key.</summary>
    public ServiceTokens(IConfiguration configuration, IOptions<DataOptions> data, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(data);
        var key = new SymmetricSecurityKey(Key.Read(configuration, data.Value));
        _credentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        _time = time;
        Validation = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = key,
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = CallerClaims.Name,
            RoleClaimType = CallerClaims.Role,
        };
    }

    internal TokenValidationParameters Validation { get; }

    /// <summary>A token that says the caller to a service.</summary>
    public string Issue(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var now = _time.GetUtcNow();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            Subject = (ClaimsIdentity)caller.ToPrincipal("token").Identity!,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.Add(Lifetime).UtcDateTime,
            SigningCredentials = _credentials,
        });
    }
}
