using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Conference.IntegrationTests.Invitations;

/// <summary>Gives tokens that Dovecot's image takes; the first one it does not, as if it had been taken back.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _given;

    private TokenServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return form["grant_type"] == "client_credentials" && form["client_id"] == "conference" && form["client_secret"] == "of the client"
                ? Results.Json(new { access_token = Token(Interlocked.Increment(ref _given) == 1 ? "another key" : "conference-tests-sign-in"), expires_in = 3600, token_type = "Bearer" })
                : Results.Json(new { error = "invalid_client" }, statusCode: 401);
        });
    }

    public int Given => Volatile.Read(ref _given);

    public string[] Settings =>
        [$"--Mail:OAuthTokenUrl={_app.Urls.First()}/token", "--Mail:OAuthClientId=conference", "--Mail:OAuthClientSecret=of the client", "--Mail:OAuthScope=mail"];

    public static async Task<TokenServer> StartAsync()
    {
        var server = new TokenServer();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static string Token(string key)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed = $"{Part(new { alg = "HS256", typ = "JWT" })}.{Part(new { iss = "https://login.test", sub = "conference", iat = now, exp = now + 3600 })}";
        return $"{signed}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Part<T>(T value) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(value));
}
