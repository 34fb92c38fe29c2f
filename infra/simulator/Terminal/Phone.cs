using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Terminal;

/// <summary>A business number as the phone lists it.</summary>
/// <param name="PhoneNumberId">Meta's id, or a number of Twilio's as +E164.</param>
/// <param name="Name">Its bot.</param>
internal sealed record Contact(string PhoneNumberId, string Name);

/// <summary>One person's phone on a running simulator, which signs and posts what they send as Meta does.</summary>
internal sealed class Phone(HttpClient http, ChatOptions options)
{
    private static readonly Dictionary<string, string> _types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".png"] = "image/png", [".webp"] = "image/webp", [".heic"] = "image/heic",
    };

    /// <summary>The business numbers this phone can write to.</summary>
    public async Task<IReadOnlyList<Contact>> ContactsAsync(CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<List<Contact>>(At("/sim/contacts"), cancellationToken) ?? [];

    /// <summary>Sends a message.</summary>
    /// <param name="type"><c>text</c>, <c>interactive</c>, <c>button</c> or <c>image</c>.</param>
    public async Task SendAsync(string number, string type, JsonObject content, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            At("/sim/messages"),
            new JsonObject
            {
                ["number"] = number, ["from"] = new JsonObject { ["waId"] = options.Phone, ["name"] = options.Name }, ["type"] = type,
                [type] = content.DeepClone(),
            },
            cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Sends a photo from a file.</summary>
    /// <exception cref="FormatException">There is no such photo.</exception>
    public async Task SendPhotoAsync(string number, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new FormatException($"There is no file {path}.");
        if (!_types.TryGetValue(Path.GetExtension(path), out var type))
        {
            throw new FormatException($"{path} is no photo: .jpg, .png, .webp or .heic.");
        }

        using var file = new ByteArrayContent(await File.ReadAllBytesAsync(path, cancellationToken));
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var form = new MultipartFormDataContent { { file, "file", Path.GetFileName(path) } };
        using var answer = await http.PostAsync(At("/sim/media"), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var media = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        await SendAsync(number, "image", new JsonObject { ["id"] = media!["id"]!.ToString(), ["mime_type"] = type }, cancellationToken);
    }

    /// <summary>Listens to what happens on the phone from now on.</summary>
    public async Task<StreamReader> ListenAsync(CancellationToken cancellationToken) =>
        new(await http.GetStreamAsync(At($"/sim/events?from={options.Phone}"), cancellationToken));

    /// <summary>News of one chat: <c>message</c> or <c>update</c> with the message.</summary>
    /// <param name="events">Of <see cref="ListenAsync"/>.</param>
    public static async IAsyncEnumerable<(string Kind, JsonObject Message)> NewsAsync(
        StreamReader events, string number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await events.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            if (JsonNode.Parse(line[6..]) is JsonObject news && news["number"]?.ToString() == number
                && news["message"] is JsonObject message)
            {
                yield return (news["kind"]?.ToString() ?? "", message);
            }
        }
    }

    /// <summary>
    /// Why nothing may be answered: the product's clock is being set ahead, or stopped on its way. Null: the clock is no reason.
    /// </summary>
    public async Task<string?> WhyQuietAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(At("/sim/clock"), cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK) return null;
        var move = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))?["move"] as JsonObject;
        var reason = move?["reason"]?.ToString() is { Length: > 0 } given ? $" {given}" : "";
        return move?["state"]?.ToString() switch
        {
            "moving" => $"The clock is on its way to {move["to"]}, and answers come once it is there.{reason}",
            "stuck" or "failed" => $"The clock could not be set ahead.{reason}",
            _ => null,
        };
    }

    /// <summary>Address of the simulator.</summary>
    public Uri Url => options.Url;

    private Uri At(string path) => new(options.Url, path);
}
