using System.Globalization;
using Microsoft.Extensions.Configuration;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Contracts.Money;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>What the bot asks for.</summary>
public sealed class PortraitOptions
{
    private const string PricesName = "PORTRAITS_PRICES";
    private const string Defaults = "USD=900/1500/2300,EUR=900/1500/2300,GBP=800/1300/2000,INR=69900/119900/179900,BRL=4900/7900/11900,ILS=3500/5500/8500";

    /// <summary>Photos a model needs.</summary>
    public int MinPhotos { get; init; } = 10;

    /// <summary>Photos a model takes.</summary>
    public int MaxPhotos { get; init; } = 30;

    /// <summary>Minor units by currency, one for each of <see cref="Tiers"/>. The first currency is for who has none of their own.</summary>
    public IReadOnlyList<(string Currency, IReadOnlyList<long> Amounts)> Prices { get; init; } = ReadPrices(Defaults);

    /// <summary>There is an AI to ask what a text is about.</summary>
    public bool AsksAi { get; init; }

    /// <summary>Names and pictures of the tiers.</summary>
    public static IReadOnlyList<(string Name, int Images)> Tiers { get; } = [("lite", 12), ("standard", 24), ("premium", 40)];

    /// <summary>From PORTRAITS_PRICES, PORTRAITS_MIN_PHOTOS and PORTRAITS_MAX_PHOTOS.</summary>
    /// <param name="asksAi">There is an AI.</param>
    /// <exception cref="FormatException">One of them makes no sense; the message names it.</exception>
    public static PortraitOptions Read(IConfiguration configuration, bool asksAi = false)
    {
        var options = new PortraitOptions
        {
            AsksAi = asksAi,
            MinPhotos = Number(configuration, "PORTRAITS_MIN_PHOTOS", 10),
            MaxPhotos = Number(configuration, "PORTRAITS_MAX_PHOTOS", 30),
            Prices = ReadPrices(configuration[PricesName] is { Length: > 0 } given ? given : Defaults),
        };
        return options.MinPhotos <= options.MaxPhotos
            ? options
            : throw new FormatException("PORTRAITS_MIN_PHOTOS is more than PORTRAITS_MAX_PHOTOS.");
    }

    /// <summary>What a tier costs a person with this phone.</summary>
    internal (long Amount, string Currency) PriceOf(string tier, string? phone)
    {
        var index = Tiers.Index().First(each => each.Item.Name == tier).Index;
        var own = CountryCurrencies.OfPhone(phone);
        var price = Prices.FirstOrDefault(each => each.Currency == own);
        if (price.Amounts is null) price = Prices[0];
        return (price.Amounts[index], price.Currency);
    }

    private static int Number(IConfiguration configuration, string name, int otherwise) =>
        configuration[name] is not { Length: > 0 } given ? otherwise
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 60 ? number
        : throw new FormatException($"{name} is \"{given}\"; it takes a number from 1 to 60.");

    private static IReadOnlyList<(string, IReadOnlyList<long>)> ReadPrices(string text)
    {
        var prices = new List<(string, IReadOnlyList<long>)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            var amounts = pair.Length < 2 ? [] : pair[1].Split('/')
                .Select(amount => long.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : 0).ToList();
            if (pair[0].Length != 3 || !pair[0].All(char.IsAsciiLetterUpper) || amounts.Count != Tiers.Count || amounts.Exists(amount => amount <= 0))
            {
                throw new FormatException(
                    $"{PricesName} has \"{part}\"; it takes a currency and what each tier costs in minor units, USD=900/1500/2300.");
            }

            if (amounts.FirstOrDefault(amount => !Currencies.IsPayable(amount, pair[0])) is > 0 and var odd)
            {
                throw new FormatException(
                    $"{PricesName} has {Currencies.Text(odd, pair[0])}; cards take no third decimal but 0: {Currencies.Text(odd / 10 * 10, pair[0])}.");
            }

            prices.Add((pair[0], amounts));
        }

        return prices.Count > 0 ? prices : throw new FormatException($"{PricesName} names no price.");
    }
}
