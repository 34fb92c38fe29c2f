using System.Text.RegularExpressions;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone.Check;

/// <summary>
/// Redactor of the values of settings: whole values, the parts of lists and pairs, hosts of addresses, and what DATABASE_URL holds.
/// </summary>
internal sealed class ValueRedactor
{
    private const string Hidden = "…";
    private const int ShortestValue = 4;

    // Words that explain more than they give away.
    private static readonly string[] _plain = ["localhost", "127.0.0.1", "http", "https", .. Bots.BotNames.All];

    private readonly Regex? _values;

    /// <summary>Collects the values as they are now.</summary>
    public ValueRedactor(IConfiguration configuration)
    {
        var names = SettingCatalog.All.Select(setting => setting.Name).Except(["ENVIRONMENT", "LOG_LEVEL"])
            .Concat(OtherSettingNames.All).Concat(DevelopmentValues.AzureConnections);
        var values = names.Select(name => configuration[name]?.Trim() ?? "").SelectMany(PartsOf)
            .Concat(PartsOfDatabase(configuration["DATABASE_URL"]))
            .Where(value => value.Length >= ShortestValue && !_plain.Contains(value, StringComparer.OrdinalIgnoreCase))
            .Distinct().OrderByDescending(value => value.Length).Select(Regex.Escape).ToList();
        if (values.Count > 0) _values = new Regex($@"(?<!\w)(?:{string.Join('|', values)})(?!\w)", RegexOptions.IgnoreCase);
    }

    /// <summary>The text without any of the values.</summary>
    public string Redact(string text) => _values?.Replace(text, Hidden) ?? text;

    private static IEnumerable<string> PartsOf(string value)
    {
        yield return value;
        foreach (var part in value.Split([',', '=', ';'], StringSplitOptions.TrimEntries)) yield return part;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Host.Length == 0) yield break;
        yield return url.Authority;
        yield return url.Host;
        foreach (var part in url.UserInfo.Split(':')) yield return part;
    }

    private static IEnumerable<string> PartsOfDatabase(string? url)
    {
        if (string.IsNullOrWhiteSpace(url)) return [];
        try
        {
            var settings = DatabaseUrl.Parse(url);
            return new[] { settings.Password, settings.Username, settings.Host, settings.Database }.OfType<string>();
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
