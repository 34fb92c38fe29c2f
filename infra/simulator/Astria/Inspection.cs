using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>
/// What is seen on a photo. Nothing is looked at: the photo says it itself, anywhere in its bytes, as
/// <c>simulator:woman,wearing_hat,age=40 yo;</c>, and a photo that says nothing shows a man without a fault.
/// https://docs.astria.ai/docs/api/images/inspect
/// </summary>
internal static class Inspection
{
    private const int Longest = 500;

    private static readonly string[] _classes = ["man", "woman", "boy", "girl", "baby", "cat", "dog"];
    private static readonly string[] _flags =
    [
        "funny_face", "wearing_sunglasses", "wearing_hat", "blurry", "includes_multiple_people", "low_resolution",
        "full_body_image_or_longshot", "selfie",
    ];

    public static JsonObject Of(ReadOnlySpan<byte> photo)
    {
        var seen = new JsonObject
        {
            ["name"] = "man", ["ethnicity"] = "caucasian", ["age"] = "30 yo", ["glasses"] = "", ["eye_color"] = "brown eyes",
            ["hair_color"] = "black hair", ["hair_length"] = "short hair", ["hair_style"] = "straight hair", ["facial_hair"] = "", ["is_bald"] = "",
        };
        foreach (var flag in _flags) seen[flag] = false;
        foreach (var word in Words(photo))
        {
            var parts = word.Split('=', 2);
            if (word.Equals("none", StringComparison.OrdinalIgnoreCase)) seen["name"] = "NONE";
            else if (_classes.Contains(word)) seen["name"] = word;
            else if (_flags.Contains(word)) seen[word] = true;
            else if (parts is [var key, var value]) seen[key] = _flags.Contains(key) ? value == "true" : value;
        }

        return seen;
    }

    private static string[] Words(ReadOnlySpan<byte> photo)
    {
        var start = photo.IndexOf("simulator:"u8);
        if (start < 0) return [];
        var rest = photo[(start + "simulator:".Length)..];
        rest = rest[..Math.Min(rest.Length, Longest)];
        var end = 0;
        while (end < rest.Length && rest[end] is >= 0x20 and < 0x7F and not (byte)';') end++;
        return Encoding.ASCII.GetString(rest[..end]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
