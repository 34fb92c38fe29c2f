using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests.Desk;

/// <summary>A live stream of changes, as a browser's EventSource reads it.</summary>
public sealed class LiveStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;

    private LiveStream(HttpResponseMessage response) => _reading = ReadAsync(response);

    /// <summary>Events so far: id, name and data.</summary>
    public ConcurrentQueue<(long Id, string Name, JsonNode? Data)> Events { get; } = [];

    /// <summary>Number of the last event that came; null: none.</summary>
    public long? LastId => Events.IsEmpty ? null : Events.Last().Id;

    /// <summary>Opens a stream.</summary>
    /// <param name="after">Number of the last change that is known; null: from now on.</param>
    /// <param name="address">Where the call comes from, as a proxy says.</param>
    public static async Task<LiveStream> OpenAsync(HttpClient http, long? after = null, string? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/live");
        if (address is not null) request.Headers.Add("X-Forwarded-For", address);
        if (after is { } last) request.Headers.Add("Last-Event-ID", last.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new LiveStream(response);
    }

    /// <summary>Returns when an event is there that fits.</summary>
    public async Task<JsonNode?> WaitAsync(Func<string, JsonNode?, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            foreach (var (_, name, data) in Events)
            {
                if (fits(name, data)) return data;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Whether the server has ended it.</summary>
    public bool HasEnded => _reading.IsCompleted;

    /// <summary>Returns when the server has ended it.</summary>
    public Task EndedAsync() => _reading.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Cuts the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        using var answer = response;
        await using var body = await answer.Content.ReadAsStreamAsync(_stop.Token);
        using var lines = new StreamReader(body);
        var (id, name, data) = (0L, "", "");
        while (await lines.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line[4..],
                System.Globalization.CultureInfo.InvariantCulture);
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.Length == 0 && data.Length > 0)
            {
                Events.Enqueue((id, name, JsonNode.Parse(data)));
                (name, data) = ("", "");
            }
        }
    }
}
