using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WhatsAppBots.BotKit.State;

/// <summary>Reads and writes one bot's stored document. The only place that sets the JSON options of stored state.</summary>
/// <typeparam name="T">The document.</typeparam>
public sealed class StateFormat<T>
    where T : BotState
{
    private readonly JsonSerializerOptions _json;
    private readonly Action<JsonObject>[] _upcasts;

    /// <param name="omits">Which members are left out.</param>
    /// <param name="upcasts">
    /// Changes of format: the first makes version 2 of version 1, the next version 3 of that. Each only adds what is missing, since it runs again
    /// after an older release has written the document. What an older release reads must stay in the document for one release more.
    /// </param>
    public StateFormat(JsonIgnoreCondition omits, params Action<JsonObject>[] upcasts)
    {
        _upcasts = upcasts;

        // By reflection: generated code would put null where a property that is not in the JSON has a value of its own.
        _json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = omits,
            Converters = { new StoredEnums(), new LocalDateJson(), new LocalTimeJson() },
        };
    }

    /// <summary>The version this release writes.</summary>
    public int Version => _upcasts.Length + 1;

    /// <summary>Reads a document of any release.</summary>
    /// <exception cref="JsonException">It is not a document of this bot.</exception>
    public T Read(string json)
    {
        var state = JsonSerializer.Deserialize<T>(json, _json)!;
        return _upcasts.Length == 0 || state.Version >= Version ? state : Upcast(json, Math.Max(1, state.Version));
    }

    /// <summary>Writes a document that this release and the one before can read.</summary>
    public string Write(T state)
    {
        state.Version = Version;
        return JsonSerializer.Serialize(state, _json);
    }

    private T Upcast(string json, int version)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        foreach (var upcast in _upcasts.Skip(version - 1)) upcast(document);
        return document.Deserialize<T>(_json)!;
    }
}
