using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>What a tune is asked for with, as a form or as JSON. https://docs.astria.ai/docs/api/pack/tunes/create</summary>
internal sealed record TuneRequest(
    string Title, string Name, int Images, long[] TuneIds, JsonObject Characteristics, string? Callback, string? PromptsCallback, string? PromptCallback)
{
    private const string Trait = "tune[characteristics][";

    /// <summary>Null where the body is neither.</summary>
    public static async Task<TuneRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return await JsonAsync(request, cancellationToken);
        var form = await request.ReadFormAsync(cancellationToken);
        var traits = new JsonObject();
        foreach (var (key, value) in form.Where(field => field.Key.StartsWith(Trait, StringComparison.Ordinal)))
        {
            traits[key[Trait.Length..].TrimEnd(']')] = value.ToString();
        }

        return new TuneRequest(
            form["tune[title]"].ToString(), form["tune[name]"].ToString(),
            form.Files.Count(file => file.Name == "tune[images][]" && file.Length > 0) + form["tune[image_urls][]"].Count,
            [.. form["tune[tune_ids][]"].Select(Number)], traits, Address(form["tune[callback]"]), Address(form["tune[prompts_callback]"]),
            Address(form["tune[prompt_attributes][callback]"]));
    }

    private static async Task<TuneRequest?> JsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if ((await JsonNode.ParseAsync(request.Body, documentOptions: ClientJson.Strict,
                cancellationToken: cancellationToken))?["tune"] is not JsonObject tune) return null;
            return new TuneRequest(
                tune["title"]?.ToString() ?? "", tune["name"]?.ToString() ?? "", (tune["image_urls"] as JsonArray)?.Count ?? 0,
                [.. (tune["tune_ids"] as JsonArray ?? []).Select(id => Number(id?.ToString()))],
                tune["characteristics"]?.DeepClone() as JsonObject ?? [], Address(tune["callback"]?.ToString()),
                Address(tune["prompts_callback"]?.ToString()), Address(tune["prompt_attributes"]?["callback"]?.ToString()));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static long Number(string? text) => long.TryParse(text, out var number) ? number : 0;

    private static string? Address(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
