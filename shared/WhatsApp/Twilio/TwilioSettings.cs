using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp.Twilio;

/// <summary>
/// Reads the TWILIO_ settings and names every fault. Twilio is there whole or not at all: where one of the settings is given
/// the others must be too.
/// </summary>
public sealed class TwilioSettings(IConfiguration configuration) : IConfigureOptions<TwilioOptions>, IValidateOptions<TwilioOptions>
{
    private const string Sid = "TWILIO_ACCOUNT_SID";
    private const string Token = "TWILIO_AUTH_TOKEN";
    private const string Number = "TWILIO_WHATSAPP_NUMBER";
    private const string Url = "TWILIO_API_URL";
    private const string Templates = "TWILIO_TEMPLATES";
    private const string Hub = "hub";
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly string[] _together = [Sid, Token, Number];

    /// <summary>The options as the settings give them; faulty settings leave the default and are told by <see cref="Validate"/>.</summary>
    public static TwilioOptions Read(IConfiguration configuration)
    {
        var options = new TwilioOptions();
        new TwilioSettings(configuration).Configure(options);
        return options;
    }

    /// <summary>None of the settings is given.</summary>
    public static bool AreAbsent(IConfiguration configuration) =>
        _together.Append(Url).All(name => string.IsNullOrWhiteSpace(configuration[name]));

    /// <inheritdoc/>
    public void Configure(TwilioOptions options) => Read(options, []);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        List<string> faults = [];
        Read(new TwilioOptions(), faults);
        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout >= TimeSpan.FromSeconds(12))
            faults.Add("TwilioOptions.RequestTimeout must be more than 0 and less than the sender's lease of 12 s.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private void Read(TwilioOptions options, List<string> faults)
    {
        options.Templates = ReadTemplates(faults);
        if (AreAbsent(configuration)) return;
        foreach (var name in _together.Where(name => Setting(name) is null))
            faults.Add($"{name} is missing: Twilio takes {string.Join(", ", _together)} together.");

        options.AccountSid = Setting(Sid) ?? "";
        options.AuthToken = Setting(Token) ?? "";
        if (options.AccountSid is not "" and not ['A', 'C', ..] || !options.AccountSid.All(char.IsAsciiLetterOrDigit))
            faults.Add($"{Sid} must be an account's id, AC and 32 digits.");
        if (options.AuthToken.Any(c => c is < '!' or > '~')) faults.Add($"{Token} must be printable ASCII without spaces.");
        if (Setting(Url) is { } url)
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https") options.ApiUrl = parsed;
            else faults.Add($"{Url} must be an absolute http or https URL, such as {TwilioOptions.DefaultUrl}.");
        }

        options.Numbers = ReadNumbers(faults);
        var isProduction = HostEnvironment.IsProduction(configuration);
        if (isProduction && DevelopmentValues.IsIn(options.AuthToken)) faults.Add(ProductionSettings.HasDevelopmentValue(Token));
        if ((isProduction || Setting(Url) is null) && Setting("PUBLIC_URL") is null)
            faults.Add("PUBLIC_URL is missing: Twilio signs it, and fetches files and tells statuses there.");
    }

    private Dictionary<string, string> ReadNumbers(List<string> faults)
    {
        Dictionary<string, string> numbers = [];
        foreach (var pair in (Setting(Number) ?? "").Split(',', Tidy))
        {
            var parts = pair.Split('=', StringSplitOptions.TrimEntries);
            var bot = parts.Length == 1 ? Hub : parts[1];
            if (parts.Length > 2 || !IsNumber(parts[0]) || bot.Length == 0 || !bot.All(char.IsAsciiLetter))
                faults.Add($"{Number} holds \"{pair}\"; it takes +15551234567 or +15551234567=bot, comma-separated.");
            else if (!numbers.TryAdd(parts[0], bot.ToLowerInvariant()))
                faults.Add($"{Number} names {parts[0]} twice.");
        }

        return numbers;
    }

    private Dictionary<string, string> ReadTemplates(List<string> faults)
    {
        Dictionary<string, string> templates = [];
        foreach (var pair in (Setting(Templates) ?? "").Split(',', Tidy))
        {
            var parts = pair.Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || parts[0].Length == 0 || parts[1] is not ['H', 'X', ..] || !parts[1].All(char.IsAsciiLetterOrDigit))
                faults.Add($"{Templates} holds \"{pair}\"; it takes name=HX… or name/language=HX…, comma-separated.");
            else if (!templates.TryAdd(parts[0], parts[1]))
                faults.Add($"{Templates} names {parts[0]} twice.");
        }

        return templates;
    }

    private string? Setting(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;

    // E.164: at most 15 digits.
    private static bool IsNumber(string text) => text is ['+', .. { Length: >= 6 and <= 15 } digits] && digits.All(char.IsAsciiDigit);
}
