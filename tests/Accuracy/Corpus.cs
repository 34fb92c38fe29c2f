using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>Utterances in tests/Fixtures/utterances with what they mean; its README tells the format. Throws on what breaks it.</summary>
internal static class Corpus
{
    /// <summary>Those that rules may be written against.</summary>
    public const string Tuned = "tuned";

    /// <summary>Those that are never tuned on.</summary>
    public const string HeldOut = "held-out";

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "utterances");

    private static readonly string[] _dayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <param name="language">Two-letter code.</param>
    /// <param name="part"><see cref="Tuned"/> or <see cref="HeldOut"/>.</param>
    public static IReadOnlyList<ExpectedUtterance> Read(string language, string part) =>
        [.. File.ReadLines(Path.Combine(_folder, $"{language}.{part}.jsonl")).Select(line => Parse(language, line))];

    public static ExpectedUtterance Parse(string language, string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        Allow(root, "text", "zone", "now", "intent", "name", "moments", "recurrence", "lengths", "amount", "counts", "distressed", "kind");
        var zone = DateTimeZoneProviders.Tzdb[Text(root, "zone")!];
        var now = LocalDateTimePattern.GeneralIso.Parse(Text(root, "now")!).Value;
        return new(
            language,
            Text(root, "text") is { Length: > 0 } text ? text : throw new FormatException("No text."),
            // Throws where clocks show it twice or never.
            now.InZoneStrictly(zone))
        {
            Line = line,
            Kind = Text(root, "kind") ?? ExpectedUtterance.NoKind,
            Intents = OneOrMore(root.GetProperty("intent"), intent => Name<Intent>(intent.GetString()!)),
            Names = root.TryGetProperty("name", out var name) ? OneOrMore(name, Wordings) : [],
            Moments = List(root, "moments", Moment),
            Recurrence = root.TryGetProperty("recurrence", out var recurrence) ? Recurring(recurrence) : null,
            Lengths = List(root, "lengths", LengthOf),
            Amount = root.TryGetProperty("amount", out var amount) ? AmountOf(amount) : null,
            Counts = List(root, "counts", CountOf),
            IsDistressed = root.TryGetProperty("distressed", out var distressed) && distressed.GetBoolean(),
        };
    }

    private static IReadOnlyList<string?> Wordings(JsonElement name)
    {
        if (name.ValueKind == JsonValueKind.String) return [NotBlank(name.GetString()!)];
        Allow(name, "oneOf");
        IReadOnlyList<string?> wordings = [.. name.GetProperty("oneOf").EnumerateArray()
            .Select(each => each.GetString() is { } wording ? NotBlank(wording) : null)];
        return wordings.Count > 1 ? wordings : throw new FormatException("One wording needs no choice.");
    }

    private static IReadOnlyList<ExpectedMoment> Moment(JsonElement json)
    {
        if (!json.TryGetProperty("readings", out var readings)) return [Reading(json)];
        Allow(json, "readings");
        IReadOnlyList<ExpectedMoment> all = [.. readings.EnumerateArray().Select(Reading)];
        return all.Distinct().Count() > 1 ? all : throw new FormatException("One reading needs no choice.");
    }

    private static ExpectedMoment Reading(JsonElement json)
    {
        Allow(json, "date", "time", "part", "role");
        var moment = new ExpectedMoment(
            Text(json, "date") is { } date ? LocalDatePattern.Iso.Parse(date).Value : null,
            Text(json, "time") is { } time ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value : null,
            Text(json, "part") is { } part ? Name<DayPart>(part) : null,
            Text(json, "role") is { } role ? Name<MomentRole>(role) : MomentRole.At);
        if (moment is { Date: null, Time: null, Part: null }) throw new FormatException("A moment without anything.");
        if (moment is { Time: not null, Part: not null }) throw new FormatException("A time needs no part of the day.");
        return moment;
    }

    private static Recurrence Recurring(JsonElement json)
    {
        Allow(json, "days", "timesAWeek", "everyDays", "everyWeeks", "dayOfMonth", "for");
        if (!new[] { "days", "timesAWeek", "everyDays", "dayOfMonth" }.Any(name => json.TryGetProperty(name, out _)))
            throw new FormatException("A recurrence without days.");
        return new()
        {
            Days = Text(json, "days") is { } days ? Days(days) : Weekdays.All,
            TimesAWeek = Whole(json, "timesAWeek", 1, 7),
            EveryDays = Whole(json, "everyDays", 2, 365),
            EveryWeeks = Whole(json, "everyWeeks", 2, 52) ?? 1,
            DayOfMonth = Whole(json, "dayOfMonth", 1, 31),
            For = Text(json, "for") is { } period ? PeriodPattern.Roundtrip.Parse(period).Value : null,
        };
    }

    private static Weekdays Days(string days) => days switch
    {
        "daily" => Weekdays.All,
        "workdays" => Weekdays.Workdays,
        "weekend" => Weekdays.Weekend,
        _ => days.Split(',').Aggregate(Weekdays.None, (all, day) => all | Day(day)),
    };

    private static Weekdays Day(string day) => Array.IndexOf(_dayNames, day) is >= 0 and var index
        ? (Weekdays)(1 << index)
        : throw new FormatException($"No weekday: {day}.");

    private static Length LengthOf(JsonElement json)
    {
        Allow(json, "period", "anchor");
        return new(
            PeriodPattern.Roundtrip.Parse(Text(json, "period")!).Value,
            Text(json, "anchor") is { } anchor ? Name<LengthAnchor>(anchor) : null);
    }

    private static Amount AmountOf(JsonElement json)
    {
        Allow(json, "minor", "currency");
        var currency = Text(json, "currency");
        return currency is null || currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)
            ? new(json.GetProperty("minor").GetInt64(), currency)
            : throw new FormatException($"No currency: {currency}.");
    }

    private static Count CountOf(JsonElement json)
    {
        Allow(json, "number", "unit", "added");
        return new(
            json.GetProperty("number").GetDecimal(),
            Text(json, "unit"),
            json.TryGetProperty("added", out var added) && added.GetBoolean());
    }

    private static void Allow(JsonElement json, params string[] names)
    {
        foreach (var property in json.EnumerateObject())
            if (!names.Contains(property.Name)) throw new FormatException($"Nothing reads \"{property.Name}\".");
    }

    private static IReadOnlyList<T> OneOrMore<T>(JsonElement json, Func<JsonElement, T> read) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(read)] : [read(json)];

    private static IReadOnlyList<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(read)] : [];

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string NotBlank(string text) =>
        PlainText.Of(text).Length > 0 ? text : throw new FormatException("A blank name.");

    private static int? Whole(JsonElement json, string name, int least, int most)
    {
        if (!json.TryGetProperty(name, out var value)) return null;
        return value.GetInt32() is var number && number >= least && number <= most
            ? number
            : throw new FormatException($"{name}: {number}.");
    }

    // Enum.Parse takes numbers and other cases too.
    private static T Name<T>(string name)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name) : throw new FormatException($"No {typeof(T).Name}: {name}.");
}
