using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.WhatsApp.Settings;

/// <summary>
/// Reads the WHATSAPP_ settings and names every fault. In development what is missing has a fixed value; in production a
/// missing one, or one left at its development value, is a fault.
/// </summary>
public sealed class WhatsAppSettings(IConfiguration configuration)
    : IConfigureOptions<WhatsAppOptions>, IValidateOptions<WhatsAppOptions>
{
    private const string Hub = "hub";

    /// <summary>
    /// The options as the settings give them; faulty settings leave the default and are told by <see cref="Validate"/>.
    /// </summary>
    public static WhatsAppOptions Read(IConfiguration configuration)
    {
        var options = new WhatsAppOptions();
        new WhatsAppSettings(configuration).Configure(options);
        return options;
    }

    /// <inheritdoc/>
    public void Configure(WhatsAppOptions options) => Read(options, []);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options)
    {
        List<string> faults = [];
        Read(new WhatsAppOptions(), faults);
        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout >= TimeSpan.FromSeconds(12))
            faults.Add("WhatsAppOptions.RequestTimeout must be more than 0 and less than the sender's lease of 12 s.");
        if (options.MaxConnections < 1) faults.Add("WhatsAppOptions.MaxConnections must be at least 1.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private void Read(WhatsAppOptions options, List<string> faults)
    {
        options.IsProduction = HostEnvironment.IsProduction(configuration);
        if (Required("WHATSAPP_API_URL", WhatsAppOptions.StandInUrl, options.IsProduction, faults) is { } url)
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https") options.ApiUrl = parsed;
            else faults.Add("WHATSAPP_API_URL must be an absolute http or https URL, such as https://graph.facebook.com/v23.0.");
        }

        options.ApiKey = Required("WHATSAPP_API_KEY", DevelopmentValues.NoWhatsAppKey, options.IsProduction, faults) ?? "";
        options.AppSecret = Required("WHATSAPP_APP_SECRET", DevelopmentValues.WhatsAppSecret, options.IsProduction, faults) ?? "";
        options.VerifyToken = Required("WHATSAPP_VERIFY_TOKEN", DevelopmentValues.WhatsAppVerifyToken, options.IsProduction, faults) ?? "";
        if (options.ApiKey.Any(c => c is < '!' or > '~')) faults.Add("WHATSAPP_API_KEY must be printable ASCII without spaces.");
        options.BusinessId = Setting("WHATSAPP_BUSINESS_ID");
        options.Numbers = Numbers(faults);
        if (options.IsProduction && options.Numbers.Count == 0)
            faults.Add("WHATSAPP_NUMBERS is missing: phone_number_id=bot pairs, or WHATSAPP_NUMBER_ID for a single number.");
    }

    private Dictionary<string, string> Numbers(List<string> faults)
    {
        Dictionary<string, string> numbers = [];
        const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var pair in (Setting("WHATSAPP_NUMBERS") ?? "").Split(',', Tidy))
        {
            var parts = pair.Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !IsId(parts[0]) || parts[1].Length == 0 || !parts[1].All(char.IsAsciiLetter))
                faults.Add($"WHATSAPP_NUMBERS holds \"{pair}\"; it takes phone_number_id=bot pairs, comma-separated.");
            else if (!numbers.TryAdd(parts[0], parts[1].ToLowerInvariant()))
                faults.Add($"WHATSAPP_NUMBERS names {parts[0]} twice.");
        }

        if (Setting("WHATSAPP_NUMBER_ID") is { } single)
        {
            if (IsId(single)) numbers.TryAdd(single, Hub);
            else faults.Add($"WHATSAPP_NUMBER_ID is \"{single}\"; it takes one phone_number_id.");
        }

        return numbers;
    }

    private string? Required(string name, string inDevelopment, bool production, List<string> faults)
    {
        if (Setting(name) is not { } value)
        {
            if (production) faults.Add($"{name} is missing.");
            return production ? null : inDevelopment;
        }

        if (production && (value == inDevelopment || DevelopmentValues.IsIn(value))) faults.Add(ProductionSettings.HasDevelopmentValue(name));
        return value;
    }

    private string? Setting(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;

    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);
}
