using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>The utterances of <c>tests/Fixtures/utterances</c>; its README tells their format.</summary>
internal static class Corpus
{
    public const string Tuned = "tuned";
    public const string HeldOut = "held-out";

    public static IReadOnlyList<Expectation> Read(string language, string part)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Fixtures", "utterances", $"{language}.{part}.jsonl");
        return File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => Parse(line, language))] : [];
    }

    private static Expectation Parse(string line, string language)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement.Clone();
        var zone = DateTimeZoneProviders.Tzdb[root.GetProperty("zone").GetString()!];
        var now = LocalDateTimePattern.ExtendedIso.Parse(root.GetProperty("now").GetString()!).Value.InZoneLeniently(zone).ToInstant();
        return new Expectation(root.GetProperty("text").GetString()!, new TextContext(language, zone, now), root);
    }
}

/// <summary>An utterance and what it is expected to mean.</summary>
internal sealed record Expectation(string Text, TextContext Context, JsonElement Fields)
{
    public JsonElement? Field(string name) => Fields.TryGetProperty(name, out var value) ? value : null;
}
