using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>Something that goes wrong on request.</summary>
/// <param name="Kind">
/// An error code (<c>130429</c>, also <c>368</c>, <c>470</c> and <c>506</c>), another HTTP status (<c>302</c>, <c>500</c>), <c>endless</c>
/// (an answer that never ends), <c>timeout</c> (nothing is accepted and nothing answered),
/// <c>slow</c> (after <paramref name="DelayMs"/>), <c>garbage</c> (accepted, the answer is no JSON), <c>reset</c> (refused by
/// a broken connection), <c>lost_answer</c> (accepted, then the connection breaks), <c>failed:131026</c> (accepted, then failed).
/// </param>
/// <param name="Left">How many requests it still befalls.</param>
/// <param name="To">Only messages to this person.</param>
/// <param name="Number">Only messages of this business number.</param>
internal sealed record Fault(string Kind, int Left, int DelayMs, string? To, string? Number)
{
    private static readonly byte[] _piece = System.Text.Encoding.ASCII.GetBytes(new string(' ', 16 * 1024));

    /// <summary>The HTTP status of an error, instead of its usual one.</summary>
    public int? Status { get; init; }

    /// <summary>What narrows an error's code.</summary>
    public int? Subcode { get; init; }

    /// <summary>Meta says that it passes.</summary>
    public bool IsTransient { get; init; }

    /// <summary>An answer that ends the request; null where the message is taken after all.</summary>
    /// <param name="error">An error as the provider tells it.</param>
    public async Task<IResult?> BefallAsync(HttpContext context, Func<int, IResult> error)
    {
        if (DelayMs > 0) await Task.Delay(DelayMs, context.RequestAborted);
        switch (Kind)
        {
            case "slow" or "lost_answer" or "garbage":
                return null;
            case "timeout":
                await Task.Delay(TimeSpan.FromMinutes(2), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.Empty;
            case "reset":
                context.Abort();
                return Results.Empty;
            case var failed when failed.StartsWith("failed:", StringComparison.Ordinal):
                return null;
            case "endless":
                context.Response.ContentType = "application/json";
                while (true) await context.Response.Body.WriteAsync(_piece, context.RequestAborted);
            default:
                var code = int.Parse(Kind, CultureInfo.InvariantCulture);
                if (code is < 300 or >= 600 || GraphError.IsKnown(code)) return error(code);
                if (code < 400) context.Response.Headers.Location = "https://redirected.invalid/";
                return Results.StatusCode(code);
        }
    }
}

/// <summary>Faults that wait for a request to befall.</summary>
internal sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];

    public void Add(JsonObject request)
    {
        lock (_lock)
        {
            _faults.Add(new Fault(
                Kind(ClientJson.Text(request, "kind") ?? "500"), (int?)request["count"] ?? 1, (int?)request["delayMs"] ?? 0,
                ClientJson.Text(request, "to"), ClientJson.Text(request, "number"))
            {
                Status = (int?)request["status"], Subcode = (int?)request["subcode"], IsTransient = (bool?)request["transient"] ?? false,
            });
        }
    }

    private static string Kind(string kind) => kind is "timeout" or "slow" or "garbage" or "reset" or "lost_answer" or "endless"
        || int.TryParse(kind.StartsWith("failed:", StringComparison.Ordinal) ? kind["failed:".Length..]
            : kind, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        ? kind
        : throw new FormatException($"kind: there is no fault {kind}");

    public void Clear()
    {
        lock (_lock) _faults.Clear();
    }

    /// <summary>The fault that befalls this request, if any; one of its count is used up.</summary>
    public Fault? Take(string number, string? to)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(fault => (fault.To is null || fault.To == to) && (fault.Number is null || fault.Number == number));
            if (index < 0) return null;
            var fault = _faults[index];
            if (fault.Left <= 1) _faults.RemoveAt(index);
            else _faults[index] = fault with { Left = fault.Left - 1 };
            return fault;
        }
    }
}
