using System.Threading.Channels;

namespace WhatsAppBots.Transport;

/// <summary>A subscription, or what it gave up.</summary>
internal sealed class MemorySubscription(IReadOnlyList<string> labels, int maxDeliveries)
{
    private readonly Channel<(string Body, int Deliveries)> _waiting = Channel.CreateUnbounded<(string, int)>();
    private MemorySubscription? _deadLetters;

    /// <summary>The types it lets through.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>What was delivered too often. It has no limit of its own.</summary>
    public MemorySubscription DeadLetters => LazyInitializer.EnsureInitialized(ref _deadLetters, () => new MemorySubscription(labels, int.MaxValue));

    public void Enqueue(string body) => _waiting.Writer.TryWrite((body, 1));

    public IAsyncDisposable Hear(Func<string, CancellationToken, Task> hear) => new Hearing(this, hear);

    private void GiveBack(string body, int deliveries)
    {
        if (deliveries >= maxDeliveries) DeadLetters.Enqueue(body);
        else _waiting.Writer.TryWrite((body, deliveries + 1));
    }

    private sealed class Hearing : IAsyncDisposable
    {
        private const int AtOnce = 200;

        private readonly CancellationTokenSource _stop = new();
        private readonly SemaphoreSlim _free = new(AtOnce);
        private readonly Task _loop;

        public Hearing(MemorySubscription subscription, Func<string, CancellationToken, Task> hear) =>
            _loop = Task.Run(() => LoopAsync(subscription, hear));

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _loop;
            for (var n = 0; n < AtOnce; n++) await _free.WaitAsync();
            _free.Dispose();
            _stop.Dispose();
        }

        private async Task LoopAsync(MemorySubscription subscription, Func<string, CancellationToken, Task> hear)
        {
            while (!_stop.IsCancellationRequested)
            {
                try
                {
                    await subscription._waiting.Reader.WaitToReadAsync(_stop.Token);
                    await _free.WaitAsync(_stop.Token);
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                if (!subscription._waiting.Reader.TryRead(out var message)) _free.Release();
                else _ = DeliverAsync(subscription, hear, message.Body, message.Deliveries);
            }
        }

        private async Task DeliverAsync(MemorySubscription subscription, Func<string, CancellationToken, Task> hear, string body, int deliveries)
        {
            await Task.Yield();
            try
            {
                await hear(body, _stop.Token);
            }
#pragma warning disable CA1031 // Whatever a trigger throws gives its message back.
            catch (Exception)
#pragma warning restore CA1031
            {
                subscription.GiveBack(body, deliveries);
            }
            finally
            {
                _free.Release();
            }
        }
    }
}
