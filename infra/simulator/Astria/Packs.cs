using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>A theme: who it is for, what it costs there and how many pictures come of it.</summary>
internal sealed record Pack(long Id, string Slug, string Title, int Images, IReadOnlyDictionary<string, int> Costs, string[] Scenes)
{
    public const int ImagesPerPrompt = 4;

    public IEnumerable<string> Texts(string name) => Enumerable.Range(0, Images / ImagesPerPrompt)
        .Select(index => $"ohwx {name}, {Scenes[index % Scenes.Length]}{(index < Scenes.Length ? "" : ", closer")}");
}

/// <summary>The packs on offer. https://docs.astria.ai/docs/api/pack/pack</summary>
internal static class Packs
{
    private static readonly Pack[] _all =
    [
        new(260, "corporate-headshots", "Corporate Headshots", 12, Both(120, 130),
            ["in a navy suit, grey backdrop", "in an office, arms crossed", "at a window, soft light", "in a white shirt, studio", "on a staircase, smiling", "black and white, close"]),
        new(261, "city-nights", "City Nights", 12, Both(120, 120),
            ["under neon signs, rain", "on a rooftop at dusk", "in a taxi, city lights", "at a diner counter", "crossing a wet street", "in a subway car"]),
        new(262, "old-masters", "Old Masters", 24, Both(240, 260),
            ["as an oil painting, candle light", "with a lace collar", "by a window with a letter", "in velvet, dark wood", "with fruit on a table", "in a gilded frame"]),
        new(263, "garden-party", "Garden Party", 24, new Dictionary<string, int> { ["woman"] = 250 },
            ["in a summer dress among roses", "with a straw fan", "under fairy lights", "on a picnic blanket", "by a pond at noon", "in an orchard, blossoms"]),
        new(264, "mountain-man", "Mountain Man", 40, new Dictionary<string, int> { ["man"] = 400 },
            ["on a ridge at sunrise", "by a camp fire", "in a wool jumper, fog", "with a rope and an axe", "in a log cabin", "crossing a river"]),
        new(265, "around-the-world", "Around the World", 40, Both(390, 410),
            ["in a market in Marrakesh", "in a temple garden in Kyoto", "on a bridge in Venice", "on a beach in Rio", "in a café in Paris", "in the snow in Tromsø"]),
    ];

    public static IReadOnlyList<Pack> All => _all;

    /// <summary>By id or slug.</summary>
    public static Pack? Find(string id) => _all.FirstOrDefault(pack => pack.Slug == id || $"{pack.Id}" == id);

    public static JsonObject View(Pack pack, string origin, bool withPrompts)
    {
        var (costs, perClass, prompts) = (new JsonObject(), new JsonObject(), new JsonArray());
        foreach (var (name, cost) in pack.Costs)
        {
            costs[name] = new JsonObject { ["cost"] = cost, ["num_images"] = pack.Images };
            var ofClass = new JsonArray();
            for (var i = 0; i < pack.Scenes.Length; i++)
            {
                var example = new JsonObject
                {
                    ["id"] = (pack.Id * 1000) + (name == "man" ? 100 : 200) + i,
                    ["images"] = new JsonArray(Pictures.Address(origin, $"{pack.Slug}-{name}-{i + 1}")),
                };
                ofClass.Add(example.DeepClone());
                example["text"] = $"ohwx {name}, {pack.Scenes[i]}";
                prompts.Add((JsonNode)example);
            }

            perClass[name] = ofClass;
        }

        var view = new JsonObject
        {
            ["id"] = pack.Id, ["slug"] = pack.Slug, ["title"] = pack.Title, ["cover_url"] = Pictures.Address(origin, pack.Slug),
            ["created_at"] = "2024-09-02T19:25:12.970Z", ["updated_at"] = "2025-04-01T13:20:02.258Z",
            ["public_at"] = "2025-02-16T17:13:02.204Z", ["unlisted_at"] = null, ["costs"] = costs, ["prompts_per_class"] = perClass,
        };
        if (withPrompts) view["prompts"] = prompts;
        return view;
    }

    private static Dictionary<string, int> Both(int man, int woman) => new() { ["man"] = man, ["woman"] = woman };
}
