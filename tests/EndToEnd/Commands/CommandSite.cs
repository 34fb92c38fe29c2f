using Npgsql;

namespace WhatsAppBots.EndToEnd.Tests.Commands;

/// <summary>The whole product with its stand-ins, and the settings by which commands beside it reach them.</summary>
public sealed class CommandSite : Site
{
    /// <summary>WhatsAppBots.Standalone.dll.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Standalone.dll");

    /// <summary>A file of the repository.</summary>
    public static string FileOf(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "WhatsAppBots.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, path);
    }

    /// <summary>Settings of a production host on this database, with Meta as the only provider.</summary>
    /// <param name="graph">Address of Meta's stand-in.</param>
    public Dictionary<string, string> Production(string graph) => new()
    {
        ["ENVIRONMENT"] = "production", ["DATABASE_URL"] = DatabaseUrl, ["FUNCTION_KEY"] = "9f2c4e8a1b7d3056e4a9c1f87b2d6053",
        ["SECRET_KEY"] = "b1946ac92492d2347c6235b4d2611184e7c1f0c8a3d95b72604f8ed91a3c5b07", ["WHATSAPP_API_URL"] = graph,
        ["WHATSAPP_API_KEY"] = "real-token", ["WHATSAPP_APP_SECRET"] = "real-secret", ["WHATSAPP_VERIFY_TOKEN"] = "real-verify",
        ["WHATSAPP_NUMBERS"] = $"{Echo}=echo", ["MEDIA_STORE"] = Folder,
    };

    /// <summary>What somebody who runs this host has in the shell.</summary>
    public Dictionary<string, string> Shell => new()
    {
        ["URL"] = Url, ["PUBLIC_URL"] = Url, ["ENVIRONMENT"] = "development", ["DATABASE_URL"] = DatabaseUrl, ["ASPNETCORE_URLS"] = Url,
        ["SIMULATOR_URL"] = SimulatorUrl, ["FUNCTION_KEY"] = Key, ["API_KEY"] = ApiKey,
        ["WHATSAPP_APP_SECRET"] = Secret, ["WHATSAPP_VERIFY_TOKEN"] = VerifyToken,
        ["WHATSAPP_NUMBERS"] = $"{Hub}=hub,{Echo}=echo,{Portraits}=portraits,{Habits}=habits", ["WHATSAPP_API_URL"] = $"{SimulatorUrl}/graph/v23.0",
        ["WHATSAPP_API_KEY"] = "simulator-token", ["ASTRIA_API_URL"] = $"{SimulatorUrl}/astria", ["ASTRIA_API_KEY"] = "sd_simulator",
        ["MEDIA_STORE"] = Folder,
    };

    /// <summary>The database's address in libpq's form, which psql takes too.</summary>
    public string DatabaseUrl
    {
        get
        {
            var settings = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
            return $"postgresql://{settings.Username}:{Uri.EscapeDataString(settings.Password ?? "")}@{settings.Host}:{settings.Port}/{settings.Database}";
        }
    }

    private string Folder { get; } = Directory.CreateTempSubdirectory("whatsappbots-commands-").FullName;
}
