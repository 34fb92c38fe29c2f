using System.Collections.Frozen;

namespace WhatsAppBots.Understanding.Numbers;

/// <summary>Measures as people name them in five languages: 500 ml are half a litre, and no number of glasses is.</summary>
public static class Measures
{
    private static readonly FrozenDictionary<string, (string Kind, decimal Size)> _units =
        Table().ToFrozenDictionary(unit => unit.Word, unit => (unit.Kind, unit.Size));

    /// <summary>An amount in another unit.</summary>
    /// <param name="from">The unit it was said in; null: none was said.</param>
    /// <param name="to">The unit it is counted in; null or no measure ("glasses"): the amount stays.</param>
    /// <returns>Null where <paramref name="to"/> is a measure and <paramref name="from"/> can't be converted to it.</returns>
    public static decimal? Convert(decimal amount, string? from, string? to)
    {
        if (from is null || to is null || !_units.TryGetValue(PlainText.Of(to), out var counted)) return amount;
        return _units.TryGetValue(PlainText.Of(from), out var said) && said.Kind == counted.Kind ? amount * said.Size / counted.Size : null;
    }

    private static IEnumerable<(string Word, string Kind, decimal Size)> Table() => new (string Kind, decimal Size, string Words)[]
    {
        ("volume", 0.001m, "ml millilitre millilitres milliliter milliliters mililitro mililitros मिली मिलीलीटर מ\"ל מ״ל מל מיליליטר"),
        ("volume", 0.01m, "cl centilitre centilitres centiliter centiliters centilitro centilitros"),
        ("volume", 1m, "l litre litres liter liters litro litros लीटर ליטר ליטרים"),
        ("length", 0.001m, "m metre metres meter meters metro metros मीटर מטר מטרים"),
        ("length", 1m, "km kms kilometre kilometres kilometer kilometers kilómetro kilómetros "
            + "quilômetro quilômetros किलोमीटर ק\"מ ק״מ קמ קילומטר קילומטרים"),
        ("length", 1.609m, "mile miles milla millas milha milhas मील מייל מיילים"),
        ("mass", 0.001m, "g gram grams gramo gramos grama gramas ग्राम גרם"),
        ("mass", 1m, "kg kgs kilo kilos किलो קילו"),
    }.SelectMany(unit => unit.Words.Split(' ').Select(word => (PlainText.Of(word), unit.Kind, unit.Size))).DistinctBy(unit => unit.Item1);
}
