using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WhatsAppBots.Access;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Admin.Auth;

/// <summary>
/// Tokens of ten minutes (JWT, HMAC-SHA256), made from a session or a key, for programs that should not hold either. One is worth no more
/// than what it
/// was made from is at the time of the call.
/// </summary>
internal sealed class ShortTokens(IOptions<SecretKey> secret, TimeProvider time)
{
    /// <summary>Life of a token.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    /// <summary>Claim that says what it was made from: <c>session 7</c> or <c>key 7</c>.</summary>
    public const string Subject = "sub";

    private const string Name = "whatsappbots";
    private const int KeyBytes = 32;

    /// <summary>Registers the framework's reader of them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ShortTokens>();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddAuthentication().AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<SecretKey>, TimeProvider>((options, secret, time) =>
            {
                options.MapInboundClaims = false;
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidIssuer = Name, ValidAudience = Name, ValidAlgorithms = [SecurityAlgorithms.HmacSha256], RequireExpirationTime =
                        true,
                    IssuerSigningKeys = [.. secret.Value.Keys.Select(Derive)],

                    // Product time, not the machine's.
                    LifetimeValidator = (from, until, _, _) =>
                        from <= time.GetUtcNow().UtcDateTime.AddSeconds(1) && until > time.GetUtcNow().UtcDateTime,
                };
            });
    }

    /// <summary>Makes a token for the caller.</summary>
    public string Make(Caller caller)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var subject = caller is Person person ? $"session {person.Session}" : $"key {caller.KeyId}";
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name, Audience = Name, Subject = new ClaimsIdentity([new Claim(Subject, subject)]), IssuedAt = now, NotBefore = now,
            Expires = now + Lives, SigningCredentials = new SigningCredentials(Derive(secret.Value.Keys[0]), SecurityAlgorithms.HmacSha256),
        });
    }

    private static SymmetricSecurityKey Derive(byte[] key) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: "access token"u8.ToArray()));
}
