using System.ComponentModel;
using System.Diagnostics;

namespace WhatsAppBots.Images.Photos;

/// <summary>Runs ffmpeg on files of ours: no network, one thread, a time-out.</summary>
internal static class Ffmpeg
{
    private static readonly Lazy<bool> _isThere = new(() =>
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", "-version") { RedirectStandardOutput = true, UseShellExecute = false });
            process!.StandardOutput.ReadToEnd();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    /// <summary>Whether this machine has it.</summary>
    public static bool IsThere => _isThere.Value;

    /// <summary>Runs it to its end.</summary>
    /// <returns>False where it did not do what it was asked, or took too long.</returns>
    /// <exception cref="DecoderMissingException">There is no ffmpeg.</exception>
    public static async Task<bool> RunAsync(string folder, TimeSpan timeout, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        var start = new ProcessStartInfo("ffmpeg", ["-v", "quiet", "-nostdin", "-y", .. arguments])
        {
            UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new DecoderMissingException(e);
        }

        using (process)
        {
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
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
    }
}
