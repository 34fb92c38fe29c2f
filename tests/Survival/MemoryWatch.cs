using WhatsAppBots.Traffic;

namespace WhatsAppBots.Survival.Tests;

/// <summary>Memory of a host above what it holds at rest, sampled from the start on.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private const double Megabyte = 1024 * 1024;

    private readonly CancellationTokenSource _stop = new();
    private readonly long _rest;
    private readonly Task _watching;
    private long _most;

    private MemoryWatch(HostProcess host)
    {
        _most = _rest = host.Memory;
        _watching = Task.Run(async () =>
        {
            while (!_stop.IsCancellationRequested)
            {
                _most = Math.Max(_most, host.Memory);
                await Task.Delay(10);
            }
        });
    }

    /// <summary>The most it held, in MB above rest.</summary>
    public double Above => (Interlocked.Read(ref _most) - _rest) / Megabyte;

    /// <summary>At rest, in MB.</summary>
    public double Rest => _rest / Megabyte;

    /// <summary>Begins with a host that has been at work and is at rest now.</summary>
    public static MemoryWatch Start(HostProcess host) => new(host);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }
}
