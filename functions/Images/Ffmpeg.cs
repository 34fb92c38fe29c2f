using System.ComponentModel;
using System.Diagnostics;

namespace WhatsAppBots.Images;

/// <summary>Runs ffmpeg, which makes videos of pictures that this process has drawn itself: it reads nothing that strangers made.</summary>
internal static class Ffmpeg
{
    private static readonly Lazy<bool> _isThere = new(Look);

    /// <summary>Whether this machine has it.</summary>
    public static bool IsThere => _isThere.Value;

    /// <summary>Runs it to its end on files in a folder.</summary>
    /// <returns>False where it did not do what it was asked, or took too long.</returns>
    /// <exception cref="Win32Exception">There is no ffmpeg.</exception>
    public static async Task<bool> RunAsync(string folder, TimeSpan timeout, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "quiet", "-nostdin", "-y", .. arguments])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true,
        })!;
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

    // Gone when this returns: only then can its folder be deleted.
    private static async Task EndAsync(Process process)
    {
        if (process.HasExited) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static bool Look()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
