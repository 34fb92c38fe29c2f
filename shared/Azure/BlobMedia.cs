using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Azure;

/// <summary>Reads MEDIA_STORE where it names blobs: the URL of a container, or in development a connection string, as of Azurite.</summary>
internal static class BlobMedia
{
    private const string Container = "media";

    /// <returns>Opens the container; null: MEDIA_STORE is no blob container.</returns>
    /// <exception cref="InvalidOperationException">It is a connection string in production, where an app comes by its identity.</exception>
    public static Func<BlobContainerClient>? Read(IConfiguration configuration)
    {
        if (configuration["MEDIA_STORE"]?.Trim() is not { Length: > 0 } store) return null;
        if (store.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return () => new BlobContainerClient(new Uri(store), new DefaultAzureCredential());
        if (!IsConnectionString(store)) return null;
        if ("production".Equals(configuration["ENVIRONMENT"]?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("MEDIA_STORE is a connection string; in production it is the URL of a blob container.");
        }

        return () =>
        {
            var container = new BlobContainerClient(store, Container);
            container.CreateIfNotExists();
            return container;
        };
    }

    private static bool IsConnectionString(string store) =>
        store.StartsWith("UseDevelopmentStorage=", StringComparison.OrdinalIgnoreCase) || store.Contains("BlobEndpoint=", StringComparison.OrdinalIgnoreCase)
        || store.Contains("AccountName=", StringComparison.OrdinalIgnoreCase);
}
