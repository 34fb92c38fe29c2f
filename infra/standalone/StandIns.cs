using WhatsAppBots.Simulator;

namespace WhatsAppBots.Standalone;

/// <summary>In development, stand-ins for the providers that are not configured.</summary>
internal static class StandIns
{
    private const string DefaultUrl = "http://127.0.0.1:7080";
    private const string Token = "simulator-token";

    /// <summary>Starts what is needed and points the settings at it.</summary>
    /// <returns>The simulator's address; null where WhatsApp is configured.</returns>
    public static async Task<string?> StartAsync(ConfigurationManager configuration, string ownUrl, List<IAsyncDisposable> below)
    {
        if (configuration["WHATSAPP_API_URL"] is { Length: > 0 }) return null;
        var numbers = configuration["WHATSAPP_NUMBERS"] is { Length: > 0 } given ? given : Settings.DevelopmentNumbers;
        if (configuration["WHATSAPP_NUMBER_ID"] is { Length: > 0 } single && configuration["WHATSAPP_NUMBERS"] is not { Length: > 0 })
        {
            numbers = $"{single}=hub";
        }

        var options = new SimulatorOptions
        {
            Url = configuration["SIMULATOR_URL"] ?? DefaultUrl,
            WebhookUrl = ownUrl.Split(';')[0].TrimEnd('/') + "/webhook/whatsapp",
            AppSecret = configuration["WHATSAPP_APP_SECRET"] ?? "app-secret",
            VerifyToken = configuration["WHATSAPP_VERIFY_TOKEN"] ?? "verify",
            AccessToken = configuration["WHATSAPP_API_KEY"] is { Length: > 0 } key ? key : Token,
        };
        foreach (var pair in numbers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length == 2) options.Numbers.Add(new SimulatedNumber(parts[0], Display(parts[0]), Title(parts[1])));
        }

        var simulator = SimulatorApp.Create(options);
        below.Add(simulator);
        await simulator.StartAsync();
        var url = simulator.Urls.First();
        configuration["WHATSAPP_NUMBERS"] = numbers;
        configuration["WHATSAPP_API_URL"] = $"{url}/graph/v23.0";
        configuration["WHATSAPP_API_KEY"] = options.AccessToken;
        return url;
    }

    private static string Title(string bot) => bot.Length == 0 ? bot : char.ToUpperInvariant(bot[0]) + bot[1..];

    private static string Display(string number) => "+1555" + number[^Math.Min(7, number.Length)..].PadLeft(7, '0');
}
