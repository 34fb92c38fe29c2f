using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;

namespace WhatsAppBots.Testing;

/// <summary>Keys of the API for tests.</summary>
public static class ApiKeys
{
    /// <summary>Makes a key, for <c>Authorization: Bearer</c>; one of the same name is revoked.</summary>
    /// <param name="scopes">Null: all there are.</param>
    public static async Task<string> MakeAsync(string connectionString, string name = "tests", IReadOnlyList<string>? scopes = null, long workspace = 1)
    {
        await using var database = new Data.Database(connectionString);
        var tools = new OwnerTools(database, TimeProvider.System);
        return (await tools.KeyAsync(name, scopes ?? Permissions.Scopes, CancellationToken.None, workspace)).ToString();
    }
}
