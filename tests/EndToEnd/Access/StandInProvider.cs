using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WhatsAppBots.EndToEnd.Tests.Access;

/// <summary>Identity provider (OpenID Connect) of the tests: it signs in whoever is set, and checks what it is sent.</summary>
public sealed class StandInProvider : IAsyncDisposable
{
    public const string ClientId = "whatsappbots";
    public const string ClientSecret = "a secret of the client";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Redirect, string Subject)> _codes = [];
    private readonly ConcurrentDictionary<string, string> _refresh = [];

    private StandInProvider(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Who signs in next.</summary>
    public string Subject { get; set; } = "person-1";

    public string Email { get; set; } = "dora@company.example";

    public bool IsVerified { get; set; } = true;

    public string[] Groups { get; set; } = [];

    /// <summary>When the person proved to the provider who they are; null: now.</summary>
    public DateTimeOffset? AuthenticatedAt { get; set; }

    /// <summary>Answers nothing but 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>Knows no refresh token any more.</summary>
    public bool HasForgotten { get; set; }

    /// <summary>The last request to sign somebody in.</summary>
    public IQueryCollection? Asked { get; private set; }

    public static async Task<StandInProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var provider = new StandInProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>A token that says that somebody signed out.</summary>
    public string LogOutToken(string audience = ClientId) => Sign(audience, new Dictionary<string, object>
    {
        ["sub"] = Subject, ["jti"] = Guid.NewGuid().ToString(),
        ["events"] = new Dictionary<string, object>
        {
            ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(),
        },
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.Use((context, next) =>
        {
            if (!IsDown) return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        _app.Map("/.well-known/openid-configuration", context => context.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["issuer"] = Url, ["authorization_endpoint"] = Url + "/authorize", ["token_endpoint"] = Url + "/token",
            ["userinfo_endpoint"] = Url + "/userinfo", ["jwks_uri"] = Url + "/keys",
        }));
        _app.Map("/keys", context =>
        {
            var key = _key.Rsa.ExportParameters(false);
            return context.Response.WriteAsJsonAsync(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA", use = "sig", kid = "one", alg = "RS256", n = Base64UrlEncoder.Encode(key.Modulus),
                        e = Base64UrlEncoder.Encode(key.Exponent),
                    },
                },
            });
        });
        _app.Map("/authorize", context =>
        {
            var asked = Asked = context.Request.Query;
            var code = Guid.NewGuid().ToString("N");
            _codes[code] = (asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!, Subject);
            context.Response.Redirect($"{asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}&session_state=x");
            return Task.CompletedTask;
        });
        _app.Map("/token", TokenAsync);
        _app.Map("/userinfo", context => context.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["sub"] = Subject, ["email"] = Email, ["email_verified"] = IsVerified, ["name"] = "Dora", ["groups"] = Groups,
        }));
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        string? nonce = null;
        var isGood = form["client_id"] == ClientId && form["client_secret"] == ClientSecret;
        if (form["grant_type"] == "refresh_token")
        {
            // Each is good once.
            isGood &= !HasForgotten && _refresh.TryRemove(form["refresh_token"]!, out _);
        }
        else
        {
            isGood &= _codes.TryRemove(form["code"]!, out var code) && code.Redirect == form["redirect_uri"]
                && code.Challenge == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!)));
            nonce = code.Nonce;
        }

        if (!isGood)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return;
        }

        var refresh = Guid.NewGuid().ToString("N");
        _refresh[refresh] = Subject;
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Subject, ["sid"] = "session-" + Subject,
            ["auth_time"] = (AuthenticatedAt ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds(),
        };
        if (nonce is not null) claims["nonce"] = nonce;
        await context.Response.WriteAsJsonAsync(new
        {
            access_token = "access", token_type = "Bearer", expires_in = 300, refresh_token = refresh, id_token = Sign(ClientId, claims),
        });
    }

    private string Sign(string audience, Dictionary<string, object> claims) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Url, Audience = audience, Claims = claims, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
}
