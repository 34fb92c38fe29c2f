using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Ai;

/// <summary>
/// Reads the AI's settings and names every fault. None at all is fine, then there is no AI; half of them is a fault also in
/// development, since whoever set one meant it to be there.
/// </summary>
/// <param name="hasIdentity">The host can prove who it is without a key.</param>
public sealed class AiSettings(IConfiguration configuration, bool hasIdentity = false) : IConfigureOptions<AiOptions>, IValidateOptions<AiOptions>
{
    private const string OpenAiUrl = "https://api.openai.com/v1";
    private const int MostTurns = 100_000;

    // An event is worked for a minute at most.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(45);

    /// <summary>The options as the settings give them; faulty settings leave the default.</summary>
    public static AiOptions Read(IConfiguration configuration)
    {
        var options = new AiOptions();
        new AiSettings(configuration).Configure(options);
        return options;
    }

    /// <summary>What is wrong with the settings.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        Read(new AiOptions(), faults);
        return faults;
    }

    /// <inheritdoc/>
    public void Configure(AiOptions options) => Read(options, []);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AiOptions options) =>
        Faults() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private void Read(AiOptions options, List<string> faults)
    {
        var azure = IsAny("AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_DEPLOYMENT");
        var openAi = IsAny("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL");
        if (azure && openAi) faults.Add("AZURE_OPENAI_ENDPOINT and OPENAI_API_KEY are two AIs; set one of them.");
        if (azure)
        {
            options.Endpoint = Url("AZURE_OPENAI_ENDPOINT", Required("AZURE_OPENAI_ENDPOINT", faults), "/openai/v1", faults);
            options.Key = hasIdentity ? Setting("AZURE_OPENAI_API_KEY") : Required("AZURE_OPENAI_API_KEY", faults);
            options.Model = Required("AZURE_OPENAI_DEPLOYMENT", faults) ?? "";
        }
        else if (openAi)
        {
            options.Endpoint = Url("OPENAI_BASE_URL", Setting("OPENAI_BASE_URL") ?? OpenAiUrl, "", faults);
            options.Key = Required("OPENAI_API_KEY", faults);
            options.Model = Required("OPENAI_MODEL", faults) ?? "";
        }

        options.Timeout = Timeout(options.Timeout, faults);
        options.TurnsPerDay = Turns(options.TurnsPerDay, faults);
        options.Prices = Prices(faults);
    }

    private TimeSpan Timeout(TimeSpan otherwise, List<string> faults)
    {
        if (Setting("AI_TIMEOUT") is not { } given) return otherwise;
        if (IsNumber(given.TrimEnd('s', ' '), out var seconds) && seconds >= 1 && seconds <= (decimal)_longest.TotalSeconds) return TimeSpan.FromSeconds((double)seconds);
        faults.Add($"AI_TIMEOUT is \"{given}\"; it takes seconds, from 1 to {_longest.TotalSeconds}.");
        return otherwise;
    }

    private int Turns(int otherwise, List<string> faults)
    {
        if (Setting("AI_TURNS_PER_DAY") is not { } given) return otherwise;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var turns) && turns <= MostTurns) return turns;
        faults.Add($"AI_TURNS_PER_DAY is \"{given}\"; it takes a number from 0 to {MostTurns}.");
        return otherwise;
    }

    private AiPrices? Prices(List<string> faults)
    {
        if (Setting("AI_PRICES") is not { } given) return null;
        if (given.Split('/') is [var one, var other] && IsNumber(one, out var asked) && IsNumber(other, out var answered)) return new AiPrices(asked, answered);
        faults.Add($"AI_PRICES is \"{given}\"; it takes US dollars for a million tokens, in and out: 0.15/0.60.");
        return null;
    }

    private static Uri? Url(string name, string? given, string below, List<string> faults)
    {
        if (given is null) return null;
        var whole = given.TrimEnd('/');
        if (!whole.EndsWith(below, StringComparison.Ordinal)) whole += below;
        if (Uri.TryCreate(whole, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        faults.Add($"{name} is \"{given}\"; it takes an address, https://….");
        return null;
    }

    private static bool IsNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private bool IsAny(params string[] names) => names.Any(name => Setting(name) is not null);

    private string? Required(string name, List<string> faults)
    {
        var value = Setting(name);
        if (value is null) faults.Add($"{name} is missing.");
        return value;
    }

    private string? Setting(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;
}
