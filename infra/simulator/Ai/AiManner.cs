using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Ai;

/// <summary>Something that goes wrong at the AI on request.</summary>
/// <param name="Kind">
/// An HTTP status (<c>500</c>, <c>429</c>, <c>401</c>), <c>slow</c> (answered after <paramref name="DelayMs"/>), <c>hang</c> (never answered),
/// <c>reset</c> (the connection breaks), <c>not-json</c> (a page in place of an answer), <c>no-choices</c>; or in the answer's text:
/// <c>prose</c> (no JSON), <c>wrong-schema</c>, <c>refusal</c>, <c>truncated</c>, <c>filtered</c>, <c>empty</c>.
/// </param>
/// <param name="Left">How many requests it still befalls.</param>
/// <param name="RetryAfter">Seconds, with a status.</param>
/// <param name="Task">Only questions whose schema has this name.</param>
internal sealed record AiFault(string Kind, int Left, int DelayMs, int? RetryAfter, string? Task);

/// <summary>How the AI behaves from now on, and what it was asked.</summary>
internal sealed class AiManner
{
    private const int MostKept = 50;

    private readonly Lock _lock = new();
    private readonly List<AiFault> _faults = [];
    private readonly Queue<JsonNode> _asked = new();
    private int _requests;

    public void Add(JsonObject request)
    {
        lock (_lock)
        {
            _faults.Add(new AiFault(
                request["kind"]?.ToString() ?? "500", (int?)request["count"] ?? 1, (int?)request["delayMs"] ?? 3000, (int?)request["retryAfter"],
                request["task"]?.ToString()));
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _faults.Clear();
            _asked.Clear();
            _requests = 0;
        }
    }

    /// <summary>The fault that befalls this request, if any; one of its count is used up.</summary>
    public AiFault? Take(string? task)
    {
        lock (_lock)
        {
            _requests++;
            var index = _faults.FindIndex(fault => fault.Task is null || fault.Task == task);
            if (index < 0) return null;
            var fault = _faults[index];
            if (fault.Left <= 1) _faults.RemoveAt(index);
            else _faults[index] = fault with { Left = fault.Left - 1 };
            return fault;
        }
    }

    public void Keep(JsonNode asked)
    {
        lock (_lock)
        {
            _asked.Enqueue(asked);
            while (_asked.Count > MostKept) _asked.Dequeue();
        }
    }

    /// <summary>How often it was asked, and the newest questions as they were understood.</summary>
    public JsonObject View()
    {
        lock (_lock) return new JsonObject { ["requests"] = _requests, ["asked"] = new JsonArray([.. _asked.Select(asked => asked.DeepClone())]) };
    }
}
