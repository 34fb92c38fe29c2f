using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Hosting;

/// <summary>
/// The key that signs what we hand out and hashes what we may not keep (SECRET_KEY); two, <c>new,old</c>, while it changes. The
/// first signs and hashes; what was signed or hashed with either is known again.
/// </summary>
public sealed class SecretKey
{
    private const string Name = "SECRET_KEY";

    /// <summary>The keys, the newest first; never empty.</summary>
    public IReadOnlyList<byte[]> Keys { get; set; } = [Encoding.UTF8.GetBytes(DevelopmentValues.SecretKey)];

    /// <summary>What is wrong with the setting; null where nothing is.</summary>
    public static string? Fault(IConfiguration configuration) =>
        !HostEnvironment.IsProduction(configuration) ? null
        : ChangingSecret.Newest(configuration[Name]) is null ? $"{Name} is missing."
        : DevelopmentValues.IsIn(configuration[Name]) ? ProductionSettings.HasDevelopmentValue(Name)
        : ProductionSettings.WeakKey(configuration, Name, ProductionSettings.SecretKeyBytes);

    /// <summary>Registers it, as options that are checked at start.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddOptions<SecretKey>()
        .Configure(secret =>
        {
            var keys = ChangingSecret.Read(configuration[Name] ?? "");
            if (keys.Count > 0) secret.Keys = [.. keys.Select(Encoding.UTF8.GetBytes)];
        })
        .Validate(_ => Fault(configuration) is null, $"{Name} is missing, has its development value or can be guessed.")
        .ValidateOnStart();

    /// <summary>The keyed hash of a value, to store: HMAC-SHA256 with the newest key, 32 bytes.</summary>
    public byte[] Hash(string value) => HMACSHA256.HashData(Keys[0], Encoding.UTF8.GetBytes(value));

    /// <summary>The keyed hashes of a value, to look it up: one for each key, the newest first.</summary>
    public IReadOnlyList<byte[]> Hashes(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return [.. Keys.Select(key => HMACSHA256.HashData(key, bytes))];
    }

    /// <summary>Compares a claimed hash with that of each key, in constant time.</summary>
    public bool IsHash(string value, ReadOnlySpan<byte> claimed)
    {
        var isOne = false;
        foreach (var hash in Hashes(value)) isOne |= CryptographicOperations.FixedTimeEquals(hash, claimed);
        return isOne;
    }
}
