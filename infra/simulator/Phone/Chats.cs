using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace WhatsAppBots.Simulator.Phone;

/// <summary>One bubble. <c>Direction</c> is the person's view: out is what the person wrote.</summary>
internal sealed class Bubble
{
    public required string Id { get; init; }
    public required string Direction { get; init; }
    public required string Type { get; init; }
    public required DateTimeOffset At { get; init; }
    public required JsonObject Body { get; init; }
    public string Status { get; set; } = "sent";
    public string? CallbackData { get; init; }
    public string? ReplyTo { get; init; }
    public string? Reaction { get; set; }
}

/// <summary>Every chat between a person and a business number, with whoever watches it.</summary>
internal sealed class Chats(TimeProvider time)
{
    private const int Most = 2000;

    private static readonly TimeSpan _window = TimeSpan.FromHours(24);

    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly ConcurrentDictionary<(string Number, string Person), List<Bubble>> _chats = new();
    private readonly ConcurrentDictionary<Channel<JsonObject>, string> _watchers = new();

    public void Add(string number, string person, Bubble bubble)
    {
        var chat = _chats.GetOrAdd((number, person), _ => []);
        lock (chat)
        {
            chat.Add(bubble);
            if (chat.Count > Most) chat.RemoveAt(0);
        }

        Tell(person, new JsonObject { ["kind"] = "message", ["number"] = number, ["message"] = View(bubble) });
    }

    public IReadOnlyList<Bubble> Of(string number, string person)
    {
        if (!_chats.TryGetValue((number, person), out var chat)) return [];
        lock (chat) return [.. chat];
    }

    public Bubble? Find(string number, string person, string id) => Of(number, person).FirstOrDefault(bubble => bubble.Id == id);

    public (string Person, Bubble Bubble)? FindAnywhere(string number, string id) => _chats.Keys.Where(key => key.Number == number)
        .Select(key => (key.Person, Bubble: Find(number, key.Person, id))).FirstOrDefault(found => found.Bubble is not null) is { Bubble: not null } hit
            ? (hit.Person, hit.Bubble) : null;

    /// <summary>
    /// Whether more than templates may be sent: they wrote within 24 hours. Nothing is known from before the start, so at first everybody is
    /// taken to have written then: after a restart of the product a chat goes on.
    /// </summary>
    public bool IsWindowOpen(string number, string person) =>
        time.GetUtcNow() - (Of(number, person).LastOrDefault(bubble => bubble.Direction == "out")?.At ?? _began) < _window;

    public void Updated(string number, string person, Bubble bubble) =>
        Tell(person, new JsonObject { ["kind"] = "update", ["number"] = number, ["message"] = View(bubble) });

    public void Tell(string person, JsonObject news)
    {
        foreach (var (channel, watched) in _watchers)
        {
            if (watched == person) channel.Writer.TryWrite((JsonObject)news.DeepClone());
        }
    }

    public Channel<JsonObject> Watch(string person)
    {
        var channel = Channel.CreateBounded<JsonObject>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers[channel] = person;
        return channel;
    }

    public void Unwatch(Channel<JsonObject> channel) => _watchers.TryRemove(channel, out _);

    public static JsonObject View(Bubble bubble) => new()
    {
        ["id"] = bubble.Id, ["direction"] = bubble.Direction, ["type"] = bubble.Type, ["at"] = bubble.At.ToString("O"),
        ["status"] = bubble.Status, ["replyTo"] = bubble.ReplyTo, ["reaction"] = bubble.Reaction, ["body"] = bubble.Body.DeepClone(),
    };
}
