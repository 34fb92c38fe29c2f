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

    /// <summary>As people write in chats, by kind: those that rules may be written against.</summary>
    public const string ChatTuned = "chat.tuned";

    /// <summary>As people write in chats, by kind: those that are never tuned on.</summary>
    public const string ChatHeldOut = "chat.held-out";

    /// <summary>Further texts of chats that rules may be written against; drawn by people who saw neither the rules nor the other
    /// parts.</summary>
    public const string ChatMore = "chat.more";

    /// <summary>Sentences of chats that speak of an act without doing it, and few that do it; rules may be written against them.</summary>
    public const string ChatDoubtful = "chat.doubtful";

    /// <summary>All parts.</summary>
    public static readonly IReadOnlyList<string> Parts = [Tuned, HeldOut, ChatTuned, ChatMore, ChatDoubtful, ChatHeldOut];

    /// <summary>What lines of the chat parts are examples of.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "several", "lines", "times-a-day", "count-a-day", "hours", "limit", "decimal", "midnight", "month-day", "one-date", "side-of-day",
        "pause", "past-day", "all", "all-but", "day-of-command", "negation", "advert", "zone", "correction", "small-talk", "question",
        "command-word", "reply",
    ];

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "utterances");

    private static readonly string[] _ofAnAct = ["intent", "name", "moments", "recurrence", "lengths", "amount", "counts", "limit"];

    private static readonly string[] _ofALine =
    [
        .. _ofAnAct, "text", "zone", "now", "distressed", "kind", "asking", "harm", "all", "except", "topic", "zoneSaid", "after", "habits",
        "also",
    ];

    // What only shows or answers harms nobody.
    private static readonly Intent[] _changing =
    [
        Intent.Add, Intent.Done, Intent.Count, Intent.Undo, Intent.Remove, Intent.Pause, Intent.Resume, Intent.Change, Intent.Skip,
        Intent.Remind, Intent.Stake,
    ];

    private static readonly string[] _dayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <param name="language">Two-letter code.</param>
    /// <param name="part">One of <see cref="Parts"/>.</param>
    public static IReadOnlyList<ExpectedUtterance> Read(string language, string part) =>
        [.. File.ReadLines(Path.Combine(_folder, $"{language}.{part}.jsonl")).Select(line => Parse(language, line))];

    public static ExpectedUtterance Parse(string language, string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        Allow(root, _ofALine);
        var zone = DateTimeZoneProviders.Tzdb[Text(root, "zone")!];
        var now = LocalDateTimePattern.GeneralIso.Parse(Text(root, "now")!).Value;
        return new(
            language,
            Text(root, "text") is { Length: > 0 } text ? text : throw new FormatException("No text."),
            // Throws where clocks show it twice or never.
            now.InZoneStrictly(zone))
        {
            Line = line,
            Act = Act(root),
            IsDistressed = root.TryGetProperty("distressed", out var distressed) && distressed.GetBoolean(),
            Kind = Text(root, "kind") is { } kind ? Kinds.Contains(kind) ? kind : throw new FormatException($"No kind: {kind}.") : null,
            Asking = Text(root, "asking") switch
            {
                null => Asking.Burdens,
                "may" => Asking.MayBe,
                "must" => Asking.MustBe,
                var other => throw new FormatException($"No asking: {other}."),
            },
            Harm = root.TryGetProperty("harm", out var harm) && harm.ValueKind == JsonValueKind.String
                ? harm.ValueEquals("any") ? _changing : throw new FormatException($"No harm: {harm}.")
                : List(root, "harm", intent => Name<Intent>(intent.GetString()!)),
            IsAll = root.TryGetProperty("all", out var all) && all.GetBoolean(),
            Except = List(root, "except", wording => NotBlank(wording.GetString()!)),
            Topic = Text(root, "topic") is { } topic ? Name<Topic>(topic) : null,
            Zones = List(root, "zoneSaid", id => DateTimeZoneProviders.Tzdb[id.GetString()!]),
            After = Text(root, "after"),
            Habits = root.TryGetProperty("habits", out _) ? List(root, "habits", habit => NotBlank(habit.GetString()!)) : null,
            Also = List(root, "also", other =>
            {
                Allow(other, _ofAnAct);
                return Act(other);
            }),
        };
    }

    private static ExpectedAct Act(JsonElement json) => new()
    {
        Intents = OneOrMore(json.GetProperty("intent"), intent => Name<Intent>(intent.GetString()!)),
        Names = json.TryGetProperty("name", out var name) ? OneOrMore(name, Wordings) : [],
        Moments = List(json, "moments", Moment),
        Recurrence = json.TryGetProperty("recurrence", out var recurrence) ? Recurring(recurrence) : null,
        Rhythm = json.TryGetProperty("recurrence", out var rhythm) ? RhythmOf(rhythm) : null,
        Lengths = List(json, "lengths", LengthOf),
        Amount = json.TryGetProperty("amount", out var amount) ? AmountOf(amount) : null,
        Counts = List(json, "counts", CountOf),
        IsLimit = json.TryGetProperty("limit", out var limit) && limit.GetBoolean(),
    };

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
        Allow(
            json, "days", "timesAWeek", "everyDays", "everyWeeks", "dayOfMonth", "for",
            "timesADay", "everyHours", "everyMinutes", "nthOfMonth");
        if (!new[] { "days", "timesAWeek", "everyDays", "dayOfMonth" }.Any(name => json.TryGetProperty(name, out _)))
            throw new FormatException("A recurrence without days.");
        return new()
        {
            Days = Text(json, "days") is { } days ? Days(days) : Weekdays.All,
            TimesAWeek = Whole(json, "timesAWeek", 1, 7),
            EveryDays = Whole(json, "everyDays", 2, 365),
            EveryWeeks = Whole(json, "everyWeeks", 2, 52) ?? 1,
            DayOfMonth = Whole(json, "dayOfMonth", -1, 31) is var day and not 0 ? day : throw new FormatException("No day of a month: 0."),
            For = Text(json, "for") is { } period ? PeriodPattern.Roundtrip.Parse(period).Value : null,
        };
    }

    private static ExpectedRhythm? RhythmOf(JsonElement json)
    {
        var rhythm = new ExpectedRhythm(
            Whole(json, "timesADay", 2, 24),
            Whole(json, "everyHours", 1, 23),
            Whole(json, "everyMinutes", 5, 600),
            Whole(json, "nthOfMonth", -1, 5));
        if (rhythm.NthOfMonth == 0) throw new FormatException("No week of the month: 0.");
        return rhythm == new ExpectedRhythm(null, null, null, null) ? null : rhythm;
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
