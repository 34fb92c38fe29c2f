using Azure.Core;
using Azure.Identity;

namespace WhatsAppBots.Azure;

/// <summary>
/// The app's managed identity as PostgreSQL's password: a token, good for an hour at least.
/// https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication
/// </summary>
internal static class EntraPassword
{
    private static readonly TokenRequestContext _scope = new(["https://ossrdbms-aad.database.windows.net/.default"]);
    private static readonly DefaultAzureCredential _credential = new();

    /// <summary>A token; the credential keeps it as long as it is good.</summary>
    public static async ValueTask<string> GetAsync(CancellationToken cancellationToken) =>
        (await _credential.GetTokenAsync(_scope, cancellationToken)).Token;
}
