using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace WhatsAppBots.Traffic;

/// <summary>The Standalone host as a process of its own, to be killed, paused and measured.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const int SigStop = 19;
    private const int SigContinue = 18;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private HostProcess(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it said.</summary>
    public IEnumerable<string> Log => _log;

    /// <summary>CPU time it has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory it holds, bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>It has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it and returns when it answers.</summary>
    /// <param name="program">WhatsAppBots.Standalone.dll.</param>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it said.</exception>
    public static async Task<HostProcess> StartAsync(string program, IReadOnlyDictionary<string, string> settings, string? url = null)
    {
        var host = Launch(program, settings, url);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var until = Environment.TickCount64 + 60_000;
        while (Environment.TickCount64 < until)
        {
            if (host.HasExited) throw new InvalidOperationException($"The host ended with {host.ExitCode}:\n{string.Join('\n', host.Log)}");
            try
            {
                using var answer = await http.GetAsync(host.Url + "/health/messages");
                if (answer.IsSuccessStatusCode) return host;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }

            await Task.Delay(20);
        }

        await host.DisposeAsync();
        throw new InvalidOperationException($"The host did not answer in a minute:\n{string.Join('\n', host.Log)}");
    }

    /// <summary>Starts it, whether it will answer or not.</summary>
    public static HostProcess Launch(string program, IReadOnlyDictionary<string, string> settings, string? url = null)
    {
        url ??= $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program),
        };
        start.Environment["ASPNETCORE_URLS"] = url;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        var host = new HostProcess(process, url);
        process.OutputDataReceived += host.Note;
        process.ErrorDataReceived += host.Note;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return host;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end and waits.</summary>
    public async Task<TimeSpan> TerminateAsync()
    {
        var started = Stopwatch.GetTimestamp();
        Signal(SigTerm);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Stops its clock, as a host that swaps or a virtual machine that is moved.</summary>
    public void Pause() => Signal(SigStop);

    /// <summary>Lets it go on.</summary>
    public void Continue() => Signal(SigContinue);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    /// <summary>A port nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        _log.Enqueue(line.Data);
        if (_log.Count > 2000) _log.TryDequeue(out _);
    }

    private void Signal(int signal)
    {
        if (Kill(_process.Id, signal) != 0) throw new InvalidOperationException($"Signal {signal} failed: {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
