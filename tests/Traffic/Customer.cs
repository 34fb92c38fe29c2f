using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Traffic;

/// <summary>Someone who orders portraits, or talks with another bot, on a phone of the simulator, over HTTP alone.</summary>
/// <param name="simulator">Its address.</param>
/// <param name="number">The business number that the bot answers on.</param>
/// <param name="phone">Theirs.</param>
/// <param name="name">As their profile says.</param>
public sealed class Customer(string simulator, string number, string phone, string name = "Ann")
{
    /// <summary>A pack of twelve pictures.</summary>
    public const int Pack = 260;

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    // A busy machine is slow, and a webhook that a dead host did not take comes again later and later. A wait ends at once when what it
    // waits for is there.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>International, digits only.</summary>
    public string Phone => phone;

    /// <summary>Does something on the phone.</summary>
    /// <returns>The id of the message.</returns>
    public async Task<string> DoAsync(string type, JsonObject content)
    {
        using var response = await _http.PostAsJsonAsync(simulator + "/sim/messages", new JsonObject
        {
            ["number"] = number, ["type"] = type, [type] = content, ["from"] = new JsonObject { ["waId"] = phone, ["name"] = name },
        });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString();
    }

    /// <summary>Writes a text.</summary>
    public Task<string> SayAsync(string text) => DoAsync("text", new JsonObject { ["body"] = text });

    /// <summary>Presses a button by its id, whether it is on the screen or not.</summary>
    public Task<string> PressAsync(string id) => DoAsync("interactive", new JsonObject
    {
        ["type"] = "button_reply", ["button_reply"] = new JsonObject { ["id"] = id, ["title"] = id },
    });

    /// <summary>Presses the newest button or row of this title.</summary>
    public async Task<string> TapAsync(string title)
    {
        var bubbles = await UntilAsync(bubbles => bubbles.Exists(bubble => Choices(bubble).Any(choice => choice.Title == title)), $"a button {title}");
        var (id, _, isRow) = bubbles.SelectMany(Choices).Last(choice => choice.Title == title);
        var kind = isRow ? "list_reply" : "button_reply";
        return await DoAsync("interactive", new JsonObject { ["type"] = kind, [kind] = new JsonObject { ["id"] = id, ["title"] = title } });
    }

    /// <summary>Puts a photo on the phone.</summary>
    /// <returns>Its id, to be sent as often as one likes.</returns>
    public static async Task<string> UploadAsync(string simulator, byte[] photo, string type = "image/png")
    {
        using var file = new ByteArrayContent(photo);
        file.Headers.ContentType = new(type);
        using var form = new MultipartFormDataContent { { file, "file", "photo" } };
        using var response = await _http.PostAsync(simulator + "/sim/media", form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.ToString();
    }

    /// <summary>Sends a photo.</summary>
    public async Task<string> PhotoAsync(byte[] photo, string type = "image/png") => await SendAsync(await UploadAsync(simulator, photo, type));

    /// <summary>Sends a photo that is on the phone already.</summary>
    public Task<string> SendAsync(string file) => DoAsync("image", new JsonObject { ["id"] = file });

    /// <summary>From the first word to the consent.</summary>
    public async Task AgreeAsync()
    {
        await SayAsync("hello");
        await PressAsync("portraits:ready");
        await PressAsync("portraits:agree");
    }

    /// <summary>What was agreed to is heard.</summary>
    public Task AgreedAsync() => SeesAsync("Send your photos now");

    /// <summary>Orders the pack and waits for where it is paid.</summary>
    public async Task<string> OrderAsync()
    {
        await PressAsync("portraits:tier:lite");
        await SeesAsync("Corporate Headshots*\n12");
        await PressAsync($"portraits:pack:{Pack}");
        await SeesAsync("paid once");
        await PressAsync($"portraits:order:{Pack}");
        return await PayLinkAsync();
    }

    /// <summary>Where the order is paid.</summary>
    public async Task<string> PayLinkAsync() =>
        (await UntilAsync(bubbles => bubbles.Exists(bubble => Link(bubble)?.Contains("/pay/", StringComparison.Ordinal) == true), "a link to pay"))
            .Select(Link).Last(link => link?.Contains("/pay/", StringComparison.Ordinal) == true)!;

    /// <summary>Where all pictures can be had.</summary>
    public async Task<string> DownloadLinkAsync() =>
        (await UntilAsync(bubbles => bubbles.Exists(bubble => Link(bubble)?.Contains("/pictures/", StringComparison.Ordinal) == true), "a download link"))
            .Select(Link).Last(link => link?.Contains("/pictures/", StringComparison.Ordinal) == true)!;

    /// <summary>Pays on the page.</summary>
    /// <param name="act">pay, twice, lost or fail; with a query it pays something else.</param>
    public static async Task PayAsync(string link, string act = "pay")
    {
        using var response = await _http.PostAsync($"{link}/{act}", null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>All bubbles of the chat, both ways.</summary>
    public async Task<List<JsonNode>> ChatAsync() =>
        [.. (await _http.GetFromJsonAsync<JsonArray>($"{simulator}/sim/chats/{number}?from={phone}"))!.Select(bubble => bubble!)];

    /// <summary>Bubbles that the business sent.</summary>
    public async Task<List<JsonNode>> ReceivedAsync() =>
        [.. (await ChatAsync()).Where(bubble => bubble["direction"]!.ToString() == "in")];

    /// <summary>Whether so many photos were counted: the first good one alone carries a thumb.</summary>
    public async Task<bool> HasPhotosAsync(int count) => (await ReceivedAsync()).Exists(bubble =>
        bubble.ToJsonString() is var text && (text.Contains($" {count} photos are in", StringComparison.Ordinal)
            || text.Contains($"{count} of ", StringComparison.Ordinal) && text.Contains("photos are in", StringComparison.Ordinal)));

    /// <summary>The person's own messages that carry a thumb.</summary>
    public async Task<List<string>> ThumbsAsync() =>
        [.. (await ChatAsync()).Where(bubble => bubble["reaction"]?.ToString() == "👍").Select(bubble => bubble["id"]!.ToString())];

    /// <summary>The pictures that came, by their content.</summary>
    public async Task<List<string>> PicturesAsync()
    {
        var pictures = new List<string>();
        foreach (var bubble in (await ReceivedAsync()).Where(IsPicture))
        {
            var content = await _http.GetByteArrayAsync($"{simulator}/sim/media/{bubble["body"]!["id"]}");
            pictures.Add(Convert.ToHexString(SHA256.HashData(content)));
        }

        return pictures;
    }

    /// <summary>How many pictures came.</summary>
    public async Task<int> PictureCountAsync() => (await ReceivedAsync()).Count(IsPicture);

    /// <summary>Waits for a text of the business.</summary>
    public Task<List<JsonNode>> SeesAsync(string text) =>
        UntilAsync(bubbles => bubbles.Exists(bubble => Text(bubble).Contains(text, StringComparison.Ordinal)), text);

    /// <summary>How many bubbles of the business have a text.</summary>
    public async Task<int> TimesAsync(string text) => (await ReceivedAsync()).Count(bubble => Text(bubble).Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until what the business sent is as it should be.</summary>
    /// <exception cref="TimeoutException">It never was; the message holds the chat.</exception>
    public async Task<List<JsonNode>> UntilAsync(Func<List<JsonNode>, bool> isSo, string what)
    {
        var until = Environment.TickCount64 + (long)_patience.TotalMilliseconds;
        while (true)
        {
            var bubbles = await ReceivedAsync();
            if (isSo(bubbles)) return bubbles;
            if (Environment.TickCount64 > until)
            {
                throw new TimeoutException($"{phone} waited {_patience.TotalSeconds} s for {what}. The chat:\n{string.Join('\n', (await ChatAsync()).Select(Show))}");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>What a bubble says.</summary>
    public static string Text(JsonNode bubble) => bubble["body"] switch
    {
        JsonObject body when body["body"] is JsonObject inner => inner["text"]?.ToString() ?? "",
        JsonObject body when body["body"] is JsonValue text => text.ToString(),
        JsonObject body => body["caption"]?.ToString() ?? body["name"]?.ToString() ?? "",
        _ => "",
    };

    /// <summary>The address behind a bubble's link button.</summary>
    public static string? Link(JsonNode bubble) => bubble["body"]?["action"]?["parameters"]?["url"]?.ToString();

    private static bool IsPicture(JsonNode bubble) => bubble["type"]!.ToString() == "image" && Text(bubble) == "Made by AI";

    private static IEnumerable<(string Id, string Title, bool IsRow)> Choices(JsonNode bubble)
    {
        var action = bubble["body"]?["action"] as JsonObject;
        foreach (var button in action?["buttons"] as JsonArray ?? [])
        {
            yield return (button!["reply"]!["id"]!.ToString(), button["reply"]!["title"]!.ToString(), false);
        }

        foreach (var row in (action?["sections"] as JsonArray ?? []).SelectMany(section => section!["rows"]!.AsArray()))
        {
            yield return (row!["id"]!.ToString(), row["title"]!.ToString(), true);
        }
    }

    private static string Show(JsonNode bubble)
    {
        var text = Text(bubble).ReplaceLineEndings(" ");
        if (text.Length == 0) text = bubble["body"]!.ToJsonString();
        return $"{(bubble["direction"]!.ToString() == "in" ? '<' : '>')} ({bubble["type"]}) {text[..Math.Min(text.Length, 120)]} {bubble["reaction"]}";
    }
}
