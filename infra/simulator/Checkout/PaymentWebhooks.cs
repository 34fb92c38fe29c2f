using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>A signed event on its way. <c>Sign</c> makes the headers anew for each attempt.</summary>
internal sealed record PaymentEvent(string Path, byte[] Body, Func<byte[], (string Name, string Value)[]> Sign)
{
    public PaymentEvent(string path, JsonObject body, Func<byte[], (string Name, string Value)[]> sign)
        : this(path, Encoding.UTF8.GetBytes(body.ToJsonString()), sign)
    {
    }
}

/// <summary>Posts events at least once and in any order: anything but 2xx comes again, later and later.</summary>
internal sealed class PaymentWebhooks(SimulatorOptions options, PaymentManner manner, TimeProvider time) : BackgroundService
{
    private static readonly int[] _retrySeconds = [1, 2, 4, 8, 15, 30];

    private readonly Channel<PaymentEvent> _events = Channel.CreateUnbounded<PaymentEvent>();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public void Send(PaymentEvent payment) => _events.Writer.TryWrite(payment);

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var next in _events.Reader.ReadAllAsync(stoppingToken))
        {
            var kind = manner.NextWebhook();
            if (kind == "lose") continue;
            _ = DeliverAsync(next, stoppingToken);
            if (kind == "double") _ = DeliverAsync(next, stoppingToken);
        }
    }

    private async Task DeliverAsync(PaymentEvent next, CancellationToken cancellationToken)
    {
        if (await TryPostAsync(next, cancellationToken)) return;
        foreach (var seconds in _retrySeconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
            if (await TryPostAsync(next, cancellationToken)) return;
        }
    }

    private async Task<bool> TryPostAsync(PaymentEvent next, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.PaymentsUrl.TrimEnd('/') + next.Path) { Content = new ByteArrayContent(next.Body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in next.Sign(next.Body)) request.Headers.Add(name, value);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
