using Microsoft.Extensions.Configuration;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments;

/// <summary>Which provider takes an order, by its currency.</summary>
internal sealed class ProviderChoice
{
    private const string Name = "PAYMENT_PROVIDERS";

    private readonly Dictionary<string, IPaymentProvider> _byCurrency = [];
    private readonly IPaymentProvider? _otherwise;

    /// <summary>PAYMENT_PROVIDERS: <c>INR=razorpay,*=stripe</c>; without it the first that is configured takes all.</summary>
    /// <exception cref="FormatException">It names a provider that is not configured.</exception>
    public ProviderChoice(IEnumerable<IPaymentProvider> providers, IConfiguration configuration)
    {
        var able = providers.Where(provider => provider.Checkout is not null).ToDictionary(provider => provider.Name);
        _otherwise = able.Values.FirstOrDefault();
        foreach (var pair in (configuration[Name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [var currency, var name] || !able.TryGetValue(name, out var provider))
            {
                throw new FormatException($"{Name} has \"{pair}\"; it takes pairs of a currency, or *, and a provider that is configured: {string.Join(", ", able.Keys)}.");
            }

            if (currency == "*") _otherwise = provider;
            else _byCurrency[currency.ToUpperInvariant()] = provider;
        }
    }

    /// <summary>Who takes this currency; null: nobody.</summary>
    public IPaymentProvider? Of(string currency) => _byCurrency.GetValueOrDefault(currency) ?? _otherwise;
}
