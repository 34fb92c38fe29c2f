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
}
