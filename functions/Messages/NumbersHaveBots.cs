using Microsoft.Extensions.Options;
using WhatsAppBots.Bots;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.Messages;

/// <summary>A number mapped to a bot that does not exist would be silent for ever; better not to start.</summary>
internal sealed class NumbersHaveBots : IValidateOptions<WhatsAppOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options)
    {
        var faults = options.Numbers.Where(pair => !BotNames.All.Contains(pair.Value))
            .Select(pair => $"WHATSAPP_NUMBERS maps {pair.Key} to {pair.Value}, which is no bot; there are {string.Join(", ", BotNames.All.Order())}.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
