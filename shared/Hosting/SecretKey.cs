using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Hosting;

/// <summary>The key that signs what we hand out and hashes what we may not keep (SECRET_KEY).</summary>
public sealed class SecretKey
{
    private const string Name = "SECRET_KEY";
    private const string InDevelopment = "development";

    /// <summary>Its bytes.</summary>
    public byte[] Bytes { get; set; } = Encoding.UTF8.GetBytes(InDevelopment);

    /// <summary>What is wrong with the setting; null where nothing is.</summary>
    public static string? Fault(IConfiguration configuration) =>
        !"production".Equals(configuration["ENVIRONMENT"], StringComparison.OrdinalIgnoreCase) ? null
        : configuration[Name] is not { Length: > 0 } key ? $"{Name} is missing."
        : key == InDevelopment ? $"{Name} has its development value." : null;

    /// <summary>Registers it, as options that are checked at start.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddOptions<SecretKey>()
        .Configure(secret =>
        {
            if (configuration[Name] is { Length: > 0 } key) secret.Bytes = Encoding.UTF8.GetBytes(key);
        })
        .Validate(_ => Fault(configuration) is null, $"{Name} is missing or has its development value.")
        .ValidateOnStart();

    /// <summary>The keyed hash of a value, to store: HMAC-SHA256 with the newest key, 32 bytes.</summary>
    public byte[] Hash(string value) => Hashes(value)[0];

    /// <summary>The keyed hashes of a value, to look it up: one for each key, the newest first.</summary>
    public IReadOnlyList<byte[]> Hashes(string value) => [HMACSHA256.HashData(Bytes, Encoding.UTF8.GetBytes(value))];
}
