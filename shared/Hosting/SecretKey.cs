using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Key that signs links and callbacks, and hashes phone numbers we may not keep (SECRET_KEY); two, <c>new,old</c>, during a rotation. The
/// first one signs and hashes; signatures and hashes of either are recognised.
/// </summary>
public sealed class SecretKey
{
    private const string Name = "SECRET_KEY";

    /// <summary>The keys, the newest first; never empty.</summary>
    public IReadOnlyList<byte[]> Keys { get; set; } = [Encoding.UTF8.GetBytes(DevelopmentValues.SecretKey)];

    /// <summary>Fault of the setting; null where there is none.</summary>
    public static string? Fault(IConfiguration configuration) =>
        !HostEnvironment.IsProduction(configuration) ? null
        : ChangingSecret.Newest(configuration[Name]) is null ? $"{Name} is missing."
        : DevelopmentValues.IsIn(configuration[Name]) ? ProductionSettings.HasDevelopmentValue(Name)
        : ProductionSettings.WeakKey(configuration, Name, ProductionSettings.SecretKeyBytes);

    /// <summary>Registers the key, as options that are checked at the start.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddOptions<SecretKey>()
        .Configure(secret =>
        {
            var keys = ChangingSecret.Read(configuration[Name] ?? "");
            if (keys.Count > 0) secret.Keys = [.. keys.Select(Encoding.UTF8.GetBytes)];
        })
        .Validate(_ => Fault(configuration) is null, $"{Name} is missing, has its development value or can be guessed.")
        .ValidateOnStart();

    /// <summary>Keyed hash of a value, for storing: HMAC-SHA256 with the newest key, 32 bytes.</summary>
    public byte[] Hash(string value) => HMACSHA256.HashData(Keys[0], Encoding.UTF8.GetBytes(value));

    /// <summary>Keyed hashes of a value, for looking it up: one for each key, the newest first.</summary>
    public IReadOnlyList<byte[]> Hashes(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return [.. Keys.Select(key => HMACSHA256.HashData(key, bytes))];
    }

    /// <summary>Tells whether a hash is that of a value with any of the keys, in constant time.</summary>
    public bool IsHash(string value, ReadOnlySpan<byte> claimed)
    {
        var isOne = false;
        foreach (var hash in Hashes(value)) isOne |= CryptographicOperations.FixedTimeEquals(hash, claimed);
        return isOne;
    }
}
