using Microsoft.Extensions.Options;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.Messages;

/// <summary>A number mapped to a bot that does not exist would be silent for ever; better not to start.</summary>
internal sealed class NumbersHaveBots(IEnumerable<IBot> bots) : IValidateOptions<WhatsAppOptions>, IValidateOptions<TwilioOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options) => Check("WHATSAPP_NUMBERS", options.Numbers);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TwilioOptions options) => Check("TWILIO_WHATSAPP_NUMBER", options.Numbers);

    private ValidateOptionsResult Check(string setting, IReadOnlyDictionary<string, string> numbers)
    {
        var names = BotNames.All.Union(bots.Select(bot => bot.Name)).Order().ToList();
        var faults = numbers.Where(pair => !names.Contains(pair.Value))
            .Select(pair => $"{setting} maps {pair.Key} to {pair.Value}, which is no bot; there are {string.Join(", ", names)}.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
