using System.ComponentModel;
using System.Diagnostics;

namespace WhatsAppBots.Images;

/// <summary>Runs ffmpeg on files of ours: no network, one thread, a time-out.</summary>
internal static class Ffmpeg
{
    private static readonly Lazy<string?> _decoders = new(Decoders);

    /// <summary>Whether this machine has it.</summary>
    public static bool IsThere => _decoders.Value is not null;

    /// <summary>Whether it can turn SVG into pixels: not every build of it can.</summary>
    public static bool ReadsSvg => _decoders.Value?.Contains("librsvg", StringComparison.Ordinal) ?? false;

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

    private static string? Decoders()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "quiet", "-decoders"]) { RedirectStandardOutput = true, UseShellExecute = false });
            return process!.StandardOutput.ReadToEnd();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>There is no ffmpeg.</summary>
public sealed class DecoderMissingException(Exception? inner = null)
    : Exception("ffmpeg is not installed (Debian: apt-get install ffmpeg).", inner);
