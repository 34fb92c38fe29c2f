using Microsoft.Extensions.Configuration;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Payments.Pages;

/// <summary>Telephone numbers that pages lead back to, by the bot that people write to.</summary>
public sealed class WhatsAppPhones
{
    private const string Name = "WHATSAPP_PHONES";

    private readonly Dictionary<string, string> _byBot = [];
    private readonly string? _otherwise;
    private readonly Uri? _standIn;

    /// <summary>
    /// WHATSAPP_PHONES: <c>+15551234567</c>, or one for each bot, <c>hub=+15551234567,portraits=+15557654321</c>. Without it Twilio's numbers; in
    /// development with the simulator pages lead there.
    /// </summary>
    /// <exception cref="FormatException">It has something that is no telephone number.</exception>
    public WhatsAppPhones(IConfiguration configuration)
    {
        foreach (var part in (configuration[Name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (bot, phone) = part.Split('=', 2, StringSplitOptions.TrimEntries) is [var named, var number] ? (named, number) : ("", part);
            Add(bot, Digits(phone) ?? throw new FormatException($"{Name} has \"{part}\"; it takes telephone numbers, +15551234567, or pairs of a bot and one."));
        }

        // In development people chat with the simulator, which is where its Graph API is.
        if (_byBot.Count == 0 && !HostEnvironment.IsProduction(configuration) && configuration["WHATSAPP_API_URL"] is { Length: > 0 } api && DevelopmentValues.IsHere(api))
        {
            _standIn = new Uri(new Uri(api).GetLeftPart(UriPartial.Authority));
            return;
        }

        if (_byBot.Count == 0)
        {
            foreach (var part in (configuration["TWILIO_WHATSAPP_NUMBER"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
                if (Digits(pair[0]) is { } digits) Add(pair.Length > 1 ? pair[1] : "hub", digits);
            }
        }

        _otherwise = _byBot.GetValueOrDefault("") ?? _byBot.Values.FirstOrDefault();
    }

    /// <summary>The chat with a bot's number; null where no number is known.</summary>
    /// <param name="says">What stands ready to be sent there; null: nothing.</param>
    public Uri? LinkOf(string? entryBot, string? bot, string? says = null)
    {
        var phone = (entryBot is null ? null : _byBot.GetValueOrDefault(entryBot)) ?? (bot is null ? null : _byBot.GetValueOrDefault(bot)) ?? _otherwise;
        return phone is null ? _standIn : new Uri($"https://wa.me/{phone}{(says is null ? "" : "?text=" + Uri.EscapeDataString(says))}");
    }

    private void Add(string bot, string phone) => _byBot[bot.ToLowerInvariant()] = phone;

    // E.164: 15 digits at most.
    private static string? Digits(string text)
    {
        var digits = string.Concat(text.Where(letter => letter is not ('+' or ' ' or '-' or '(' or ')')));
        return digits.Length is >= 7 and <= 15 && digits.All(char.IsAsciiDigit) && digits[0] != '0' ? digits : null;
    }
}
