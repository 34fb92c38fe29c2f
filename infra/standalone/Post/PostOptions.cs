using WhatsAppBots.Hosting;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.Standalone.Post;

/// <summary>A message to post, as the command line and the settings give it.</summary>
/// <param name="Number">The business number's id at Meta.</param>
/// <param name="From">The person's phone, digits alone.</param>
/// <param name="Url">Where the webhook is posted.</param>
/// <param name="Api">Where the answers are read.</param>
/// <param name="FunctionKey">For the clock, in development.</param>
/// <param name="ApiKey">For the answers.</param>
internal sealed record PostOptions(string Text, string Number, string From, Uri Url, Uri Api, string Secret, string FunctionKey,
    string ApiKey)
{
    /// <summary>Usage of the command.</summary>
    public const string Usage =
        """
        post 'text' [--bot habits] [--from +15550002222] [--to http://127.0.0.1:7070] [--api http://127.0.0.1:7072]
          --bot    bot of the number that is written to; without it the first number's
          --from   phone of the person who writes; in production it must be given: the answer goes out for real
          --to     the running host; without it where the settings say it listens
          --api    where /api is, if another app has it
        """;

    // Not the phone of the simulator's page: a chat there stays as it was.
    private const string DevelopmentPhone = "15550002222";

    private static readonly string[] _options = ["bot", "from", "to", "api"];

    /// <summary>Reads the command line.</summary>
    /// <exception cref="StartException">Something is missing or out of form; the message is for the person who typed it.</exception>
    public static PostOptions Read(string[] args)
    {
        if (args is not [{ Length: > 0 } text, .. var rest] || text.StartsWith("--", StringComparison.Ordinal))
        {
            throw new StartException($"A text is missing.\n{Usage}");
        }

        var given = new ConfigurationBuilder().AddCommandLine(rest).Build();
        if (Unknown(rest) is { } unknown) throw new StartException($"\"{unknown}\" is no option.\n{Usage}");
        var configuration = new ConfigurationManager();
        Settings.Add(configuration, rest);
        var isProduction = HostEnvironment.IsProduction(configuration);
        if (!isProduction && string.IsNullOrWhiteSpace(configuration["WHATSAPP_NUMBERS"] + configuration["WHATSAPP_NUMBER_ID"]))
        {
            configuration["WHATSAPP_NUMBERS"] = Settings.DevelopmentNumbers;
        }

        var whatsApp = WhatsAppSettings.Read(configuration);
        var secret = ChangingSecret.Newest(whatsApp.AppSecret)
            ?? throw new StartException("WHATSAPP_APP_SECRET is missing: the webhook is signed with it.");
        var url = Address(given["to"] ?? Settings.OwnUrl(configuration), "--to");
        var api = given["api"] is { } other ? Address(other, "--api") : url;
        var (number, phone) = (NumberOf(whatsApp.Numbers, given["bot"]), PhoneOf(given["from"], isProduction));
        var key = configuration["API_KEY"] is { Length: > 0 } own ? own : DevelopmentKey.Read(configuration)
            ?? throw new StartException(
                "API_KEY is missing: a key with the scope conversations:read, to read the answers. `admin key post` makes one.");
        return new PostOptions(text, number, phone, url, api, secret, ChangingSecret.Newest(Settings.FunctionKey(configuration))!, key);
    }

    private static string? Unknown(string[] args) =>
        args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal)).Select(arg => arg[2..].Split('=')[0])
            .FirstOrDefault(name => !_options.Contains(name) && !name.Any(char.IsAsciiLetterUpper));

    private static string NumberOf(IReadOnlyDictionary<string, string> numbers, string? bot)
    {
        var number = numbers.FirstOrDefault(pair => bot is null || pair.Value.Equals(bot, StringComparison.OrdinalIgnoreCase)).Key;
        if (number is not null) return number;
        throw new StartException(numbers.Count == 0
            ? "WHATSAPP_NUMBERS is missing: no number can be written to."
            : $"No number of WHATSAPP_NUMBERS has the bot \"{bot}\"; there are {string.Join(", ", numbers.Values.Distinct())}.");
    }

    private static string PhoneOf(string? given, bool isProduction)
    {
        if (given is null && isProduction)
        {
            throw new StartException($"--from is missing: in production the answer goes out for real, to that phone.\n{Usage}");
        }

        var phone = (given ?? DevelopmentPhone).TrimStart('+').Replace(" ", "", StringComparison.Ordinal);
        return phone.Length is >= 6 and <= 15 && phone.All(char.IsAsciiDigit)
            ? phone
            : throw new StartException("--from takes a phone number, +15550002222.");
    }

    private static Uri Address(string given, string name) =>
        Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new StartException($"{name} takes an address, http://127.0.0.1:7070.");
}
