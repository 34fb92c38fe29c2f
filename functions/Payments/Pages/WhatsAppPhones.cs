using Microsoft.Extensions.Configuration;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Payments.Pages;

/// <summary>Telephone numbers that pages lead back to, by the bot that people write to.</summary>
public sealed class WhatsAppPhones
{
    private const string Name = "WHATSAPP_PHONES";

    private readonly Dictionary<string, string> _byBot = [];
    private readonly Uri? _standIn;
    private readonly bool _isSet;

    /// <summary>
    /// WHATSAPP_PHONES: <c>+15551234567</c>, or one for each bot, <c>hub=+15551234567,portraits=+15557654321</c>. Without it Twilio's
    /// numbers, and those that webhooks tell; in development with the simulator pages lead there.
    /// </summary>
    /// <exception cref="FormatException">It has something that is no telephone number.</exception>
    public WhatsAppPhones(IConfiguration configuration)
    {
        foreach (var part in (configuration[Name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (bot, phone) = part.Split('=', 2, StringSplitOptions.TrimEntries) is [var named, var number] ? (named, number) : ("", part);
            _isSet = true;
            Add(bot, Digits(phone) ?? throw new FormatException($"{Name} has \"{part}\"; it takes telephone numbers, +15551234567, or pairs of a bot and one."));
        }

        // In development people chat with the simulator, which is where its Graph API is.
        if (_byBot.Count == 0 && !HostEnvironment.IsProduction(configuration) && configuration["WHATSAPP_API_URL"] is { Length: > 0 } api && DevelopmentValues.IsHere(api))
        {
            _standIn = new Uri(new Uri(api).GetLeftPart(UriPartial.Authority));
            return;
        }

        if (!_isSet)
        {
            foreach (var part in (configuration["TWILIO_WHATSAPP_NUMBER"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
                if (Digits(pair[0]) is { } digits) Add(pair.Length > 1 ? pair[1] : "hub", digits);
            }
        }
    }

    /// <summary>Neither the setting nor the simulator says where pages lead: numbers that webhooks told of are asked for.</summary>
    public bool AreLearned => !_isSet && _standIn is null;

    /// <summary>The chat with a bot's number; null where no number is known.</summary>
    /// <param name="says">What stands ready to be sent there; null: nothing.</param>
    /// <param name="learned">Bots and their numbers as webhooks told of them, digits only; null: none.</param>
    public Uri? LinkOf(string? entryBot, string? bot, string? says = null, IReadOnlyList<(string Bot, string Phone)>? learned = null)
    {
        var known = _byBot.Select(each => (Bot: each.Key, Phone: each.Value)).Concat(learned ?? []).ToList();
        var phone = Of(entryBot) ?? Of(bot) ?? Of("") ?? known.Select(each => each.Phone).FirstOrDefault();
        return phone is null ? _standIn : new Uri($"https://wa.me/{phone}{(says is null ? "" : "?text=" + Uri.EscapeDataString(says))}");

        string? Of(string? name) => known.Where(each => each.Bot == name).Select(each => each.Phone).FirstOrDefault();
    }

    private void Add(string bot, string phone) => _byBot[bot.ToLowerInvariant()] = phone;

    // E.164: 15 digits at most.
    private static string? Digits(string text)
    {
        var digits = string.Concat(text.Where(letter => letter is not ('+' or ' ' or '-' or '(' or ')')));
        return digits.Length is >= 7 and <= 15 && digits.All(char.IsAsciiDigit) && digits[0] != '0' ? digits : null;
    }
}
