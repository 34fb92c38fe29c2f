using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Astria;

/// <summary>Something that goes wrong at Astria on request.</summary>
/// <param name="Kind">
/// An HTTP status (<c>422</c>, <c>429</c>, <c>500</c>, <c>504</c>: nothing is done), <c>504-ran</c> (done, yet the answer is 504),
/// <c>timeout</c> (nothing is done and nothing answered).
/// </param>
/// <param name="Path">Only this resource: packs, tunes, prompts or inspect.</param>
/// <param name="Method">Only this method.</param>
internal sealed record AstriaFault(string Kind, int Left, string? Path, string? Method);

/// <summary>How Astria behaves from now on: its pace, its callbacks and what goes wrong.</summary>
internal sealed class AstriaManner(SimulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly List<AstriaFault> _faults = [];
    private int _failures;

    public TimeSpan TrainingTime { get; private set; } = options.TrainingTime;

    public TimeSpan PromptTime { get; private set; } = options.PromptTime;

    /// <summary>send, lose or double.</summary>
    public string Callbacks { get; private set; } = "send";

    /// <summary>Changes what is named and leaves the rest.</summary>
    public void Change(JsonObject request)
    {
        lock (_lock)
        {
            Callbacks = request["callbacks"]?.ToString() ?? Callbacks;
            if (request["trainingSeconds"] is { } training) TrainingTime = TimeSpan.FromSeconds((double)training);
            if (request["promptSeconds"] is { } prompt) PromptTime = TimeSpan.FromSeconds((double)prompt);
            if (request["failTraining"] is { } fail) _failures = (bool)fail ? _failures + 1 : 0;
            if (request["fault"] is JsonObject fault) _faults.Add(Read(fault));
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            (Callbacks, TrainingTime, PromptTime, _failures) = ("send", options.TrainingTime, options.PromptTime, 0);
            _faults.Clear();
        }
    }

    /// <summary>The fault that befalls this request, if any; one of its count is used up.</summary>
    public AstriaFault? Take(string path, string method)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(fault => (fault.Path is null || fault.Path == path) && (fault.Method is null || fault.Method == method));
            if (index < 0) return null;
            var fault = _faults[index];
            if (fault.Left <= 1) _faults.RemoveAt(index);
            else _faults[index] = fault with { Left = fault.Left - 1 };
            return fault;
        }
    }

    /// <summary>Whether the tune that is made now is never trained.</summary>
    public bool TakeFailure()
    {
        lock (_lock) return _failures > 0 && _failures-- > 0;
    }

    // A fault that only makes sense where a tune is made befalls only that, unless something else is said.
    private static AstriaFault Read(JsonObject fault)
    {
        var (kind, count) = (fault["kind"]?.ToString() ?? "500", (int?)fault["count"] ?? 1);
        if (kind == "inspect-500") return new AstriaFault("500", count, "inspect", null);
        var path = fault["path"]?.ToString() ?? (kind is "422" or "504" or "504-ran" ? "tunes" : null);
        return new AstriaFault(kind, count, path, fault["method"]?.ToString().ToUpperInvariant() ?? (path == "tunes" ? "POST" : null));
    }
}
