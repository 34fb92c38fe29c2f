using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Ai;

/// <summary>
/// What a photo proves. Nothing is looked at: the photo says it itself, anywhere in its bytes, as <c>simulator:reading,running=0.5;</c>.
/// One that says nothing shows every habit, with the confidence of someone who is not sure.
/// </summary>
internal static class ProofLook
{
    private const int Longest = 500;
    private const double Sure = 0.95;
    private const double Unsure = 0.5;

    public static JsonObject At(JsonObject? data, IReadOnlyList<byte[]> pictures, bool obeys)
    {
        var said = pictures.Select(picture => Words(picture)).ToList();
        var habits = HabitReader.Names(data).Select(name =>
        {
            var (shows, confidence) = obeys ? (true, 1) : said.Select(words => Judge(name, words)).OrderByDescending(one => one.Shows ? one.Confidence : -one.Confidence)
                .DefaultIfEmpty((false, Sure)).First();
            return (JsonNode)new JsonObject
            {
                ["name"] = name, ["shows"] = shows, ["confidence"] = confidence, ["why"] = shows ? $"It shows {name}." : $"Nothing of {name} is to be seen.",
            };
        });
        return new JsonObject { ["habits"] = new JsonArray([.. habits]) };
    }

    private static (bool Shows, double Confidence) Judge(string name, string[]? words)
    {
        if (words is null) return (true, Unsure);
        foreach (var word in words)
        {
            var parts = word.Split('=', 2);
            if (!name.Contains(parts[0], StringComparison.OrdinalIgnoreCase) && !parts[0].Contains(name, StringComparison.OrdinalIgnoreCase)) continue;
            var confidence = parts.Length > 1 && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var given) ? given : Sure;
            return (confidence > 0, confidence);
        }

        return (false, Sure);
    }

    private static string[]? Words(ReadOnlySpan<byte> picture)
    {
        var start = picture.IndexOf("simulator:"u8);
        if (start < 0) return null;
        var rest = picture[(start + "simulator:".Length)..];
        rest = rest[..Math.Min(rest.Length, Longest)];
        var end = rest.IndexOf((byte)';');
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
