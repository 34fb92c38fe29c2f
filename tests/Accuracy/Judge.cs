using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>What of an utterance was understood rightly.</summary>
internal readonly record struct Verdict(bool Intent, bool Name, bool Quantities, bool Distress)
{
    public bool All => Intent && Name && Quantities && Distress;
}

/// <summary>Compares what was understood with what was expected.</summary>
internal static class Judge
{
    public static Verdict Of(Expectation expected, Utterance actual)
    {
        var intents = Intents(expected);
        var reading = actual.Reading;
        return new Verdict(
            intents.Contains(actual.Intent),
            intents.Contains(Intent.None) || IsName(expected.Field("name"), actual),
            Same(expected.Field("moments"), reading.Moments, IsMoment)
                && IsRecurrence(expected.Field("recurrence"), reading.Recurrences)
                && Same(expected.Field("lengths"), reading.Lengths, IsLength)
                && IsAmount(expected.Field("amount"), reading.Amounts)
                && Same(expected.Field("counts"), reading.Counts, IsCount),
            (expected.Field("distressed")?.GetBoolean() ?? false) == actual.IsDistressed);
    }

    private static List<Intent> Intents(Expectation expected)
    {
        var field = expected.Fields.GetProperty("intent");
        return field.ValueKind == JsonValueKind.Array
            ? [.. field.EnumerateArray().Select(each => Enum.Parse<Intent>(each.GetString()!))]
            : [Enum.Parse<Intent>(field.GetString()!)];
    }

    private static bool IsName(JsonElement? expected, Utterance actual)
    {
        if (expected is not { ValueKind: JsonValueKind.Array } several) return Fits(expected, actual.Name);
        return several.GetArrayLength() == actual.Names.Count && several.EnumerateArray().Zip(actual.Names).All(pair => Fits(pair.First, pair.Second));
    }

    private static bool Fits(JsonElement? expected, string? name) => expected switch
    {
        null or { ValueKind: JsonValueKind.Null } => name is null,
        { ValueKind: JsonValueKind.String } one => name is not null && PlainText.Of(one.GetString()!) == PlainText.Of(name),
        { } several => several.GetProperty("oneOf").EnumerateArray().Any(one => Fits(one, name)),
    };

    private static bool Same<T>(JsonElement? expected, IReadOnlyList<Mention<T>> actual, Func<JsonElement, Mention<T>, bool> fits) =>
        expected is not { } list ? actual.Count == 0 : list.GetArrayLength() == actual.Count && list.EnumerateArray().Zip(actual).All(pair => fits(pair.First, pair.Second));

    private static bool IsMoment(JsonElement expected, Mention<Moment> actual)
    {
        JsonElement[] readings = expected.TryGetProperty("readings", out var several) ? [.. several.EnumerateArray()] : [expected];
        return readings.Length == actual.Readings.Count && readings.Zip(actual.Readings).All(pair => IsReading(pair.First, pair.Second));
    }

    private static bool IsReading(JsonElement expected, Moment actual) =>
        Text(expected, "date") == (actual.HasDate ? LocalDatePattern.Iso.Format(actual.Date) : null)
        && Text(expected, "time") == (actual.Time is { } time ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : null)
        && Text(expected, "part") == actual.Part?.ToString()
        && (Text(expected, "role") ?? nameof(MomentRole.At)) == actual.Role.ToString();

    private static bool IsRecurrence(JsonElement? expected, IReadOnlyList<Mention<Recurrence>> actual)
    {
        if (expected is not { } fields) return actual.Count == 0;
        if (actual.Count != 1 || !actual[0].IsClear) return false;
        var recurrence = actual[0].Likeliest;
        return Number(fields, "timesAWeek") == recurrence.TimesAWeek
            && Number(fields, "everyDays") == recurrence.EveryDays
            && Number(fields, "dayOfMonth") == recurrence.DayOfMonth
            && (Number(fields, "everyWeeks") ?? 1) == recurrence.EveryWeeks
            && (Text(fields, "days") is not { } days || Days(days) == recurrence.Days)
            && IsPeriod(Text(fields, "for"), recurrence.For);
    }

    private static Weekdays Days(string days) => days switch
    {
        "daily" => Weekdays.All,
        "workdays" => Weekdays.Workdays,
        "weekend" => Weekdays.Weekend,
        _ => days.Split(',').Select(day => Enum.GetValues<Weekdays>().First(each => each.ToString().StartsWith(day, StringComparison.Ordinal)))
            .Aggregate(Weekdays.None, (sum, day) => sum | day),
    };

    private static bool IsLength(JsonElement expected, Mention<Length> actual) =>
        actual.IsClear && IsPeriod(Text(expected, "period"), actual.Likeliest.Period) && Text(expected, "anchor") == actual.Likeliest.Anchor?.ToString();

    private static bool IsPeriod(string? expected, Period? actual) => expected is null
        ? actual is null
        : actual is not null && PeriodPattern.Roundtrip.Parse(expected).Value.Normalize() == actual.Normalize();

    private static bool IsAmount(JsonElement? expected, IReadOnlyList<Mention<Amount>> actual) => expected is not { } amount
        ? actual.Count == 0
        : actual.Count == 1 && actual[0].IsClear && actual[0].Likeliest == new Amount(amount.GetProperty("minor").GetInt64(), Text(amount, "currency"));

    private static bool IsCount(JsonElement expected, Mention<Count> actual) =>
        actual.IsClear && expected.GetProperty("number").GetDecimal() == actual.Likeliest.Number
        && PlainText.Of(Text(expected, "unit") ?? "") == PlainText.Of(actual.Likeliest.Unit ?? "")
        && (expected.TryGetProperty("added", out var added) && added.GetBoolean()) == actual.Likeliest.IsAdded;

    private static string? Text(JsonElement fields, string name) => fields.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement fields, string name) => fields.TryGetProperty(name, out var value) ? value.GetInt32() : null;
}
