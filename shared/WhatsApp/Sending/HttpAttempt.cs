using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>One request that sends a message, and what it means where no answer comes of it.</summary>
internal static class HttpAttempt
{
    public static async Task<SendOutcome> RunAsync(
        Func<CancellationToken, Task<SendOutcome>> send, TimeSpan within, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(within);
        try
        {
            return await send(timeout.Token);
        }
        catch (HttpRequestException e) when (NeverLeft(e.HttpRequestError))
        {
            return NotSent(e.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!timeout.IsCancellationRequested)
        {
            // Only the handler's own time-out for a new connection is left.
            return NotSent("no connection in time");
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Unknown(cancellationToken.IsCancellationRequested ? "cancelled on its way" : "no answer in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new SendOutcome.Unknown($"broken off: {(e as HttpRequestException)?.HttpRequestError}");
        }
    }

    /// <summary>The answer's body; empty where it is larger than any answer is, so that its status alone counts.</summary>
    public static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadBoundedAsync(BoundedContent.JsonLimit, cancellationToken);
        }
        catch (AnswerTooLargeException)
        {
            return [];
        }
    }

    private static bool NeverLeft(HttpRequestError error) => error is HttpRequestError.ConnectionError
        or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static SendOutcome.Retry NotSent(string why) =>
        new(RetryScope.Number, null, new ProviderError(GraphError.NoCode, "not sent", why));
}
