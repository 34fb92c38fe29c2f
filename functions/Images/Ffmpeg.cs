using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace WhatsAppBots.Images;

/// <summary>
/// Runs ffmpeg, each time in a process of its own: no network, one thread, and limits that the operating system enforces. What a damaged or
/// hostile file does there, it does to nobody else.
/// </summary>
internal static class Ffmpeg
{
    /// <summary>What ffmpeg itself needs before it holds any picture, in MB; measured: 58.</summary>
    public const int OwnMegabytes = 72;

    // Where nothing hostile is read: a chart, a video of the provider's pictures.
    private const int MostMegabytes = 512;

    private static readonly Lazy<string?> _decoders = new(Decoders);
    private static readonly Lazy<bool> _bounds = new(() => Output("/bin/sh", "-c", Limits(OwnMegabytes, TimeSpan.FromSeconds(1)) + "echo bounded")?.Trim() == "bounded");

    /// <summary>Whether this machine has it.</summary>
    public static bool IsThere => _decoders.Value is not null;

    /// <summary>Whether it can turn SVG into pixels: not every build of it can.</summary>
    public static bool ReadsSvg => _decoders.Value?.Contains("librsvg", StringComparison.Ordinal) ?? false;

    /// <summary>Whether the memory of a process can be limited here: on Linux. Elsewhere only its time is.</summary>
    public static bool IsBounded => OperatingSystem.IsLinux() && _bounds.Value;

    /// <summary>Runs it to its end on files in a folder.</summary>
    /// <returns>False where it did not do what it was asked, took too long or needed too much memory.</returns>
    /// <exception cref="DecoderMissingException">There is no ffmpeg.</exception>
    public static async Task<bool> RunAsync(
        string folder, TimeSpan timeout, IEnumerable<string> arguments, CancellationToken cancellationToken, int megabytes = MostMegabytes)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        using var process = Start(megabytes, timeout, ["-y", .. arguments], start =>
        {
            start.WorkingDirectory = folder;
            start.RedirectStandardOutput = true;
        });
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await EndAsync(process);
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="megabytes">Of memory it may use; beyond it, it ends with an error. Where <see cref="IsBounded"/>.</param>
    /// <param name="time">Of a core that it may use, rounded up to seconds; beyond it, it is ended by the system, also when this process has died.</param>
    /// <exception cref="DecoderMissingException">There is no ffmpeg.</exception>
    public static Process Start(int megabytes, TimeSpan time, IEnumerable<string> arguments, Action<ProcessStartInfo> configure)
    {
        if (!IsThere) throw new DecoderMissingException();
        string[] all = ["-v", "quiet", "-nostdin", "-filter_threads", "1", .. arguments];
        var start = IsBounded
            ? new ProcessStartInfo("/bin/sh", ["-c", Limits(megabytes, time) + "exec ffmpeg \"$@\"", "ffmpeg", .. all])
            : new ProcessStartInfo("ffmpeg", all);
        start.UseShellExecute = false;

        // A second arena would count 64 MB of addresses that nothing is in.
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        configure(start);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new DecoderMissingException(e);
        }
    }

    /// <summary>Ends a process and all it started, and returns when it is gone: only then can its folder be deleted.</summary>
    public static async Task EndAsync(Process process)
    {
        if (process.HasExited) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    // "-d" counts what is written to, and so is memory; "-v" also counts libraries, and is only the fence behind it. The shell becomes ffmpeg:
    // there is no process between.
    private static string Limits(int megabytes, TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"ulimit -c 0; ulimit -t {Math.Ceiling(time.TotalSeconds)} && ulimit -d {megabytes * 1024} && ulimit -v {(megabytes + 1024) * 1024} || exit 126; ");

    private static string? Decoders() => Output("ffmpeg", "-v", "quiet", "-decoders");

    private static string? Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false });
            return process!.StandardOutput.ReadToEnd();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>Signals that there is no ffmpeg.</summary>
public sealed class DecoderMissingException(Exception? inner = null)
    : Exception("ffmpeg is not installed (Debian: apt-get install ffmpeg).", inner);
