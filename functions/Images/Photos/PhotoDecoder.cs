using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// Decodes photos with ffmpeg, each in a process of its own that is ended after a few seconds: what a damaged or hostile file
/// does there, it does to nobody else.
/// </summary>
internal static class PhotoDecoder
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    /// <summary>A grey copy of <see cref="PhotoLook.Size"/> squared; null where it does not decode.</summary>
    /// <param name="header">As read from the first bytes; tells ffmpeg what to expect, so that it guesses nothing.</param>
    /// <param name="head">What was read already.</param>
    /// <param name="rest">What comes after it.</param>
    /// <exception cref="DecoderMissingException">There is no ffmpeg.</exception>
    public static async Task<byte[]?> GreyAsync(PhotoHeader header, ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        using var process = Start(header);
        try
        {
            var written = WriteAsync(process, head, rest, limit.Token);
            var grey = new byte[(PhotoLook.Size * PhotoLook.Size) + 1];
            var length = await process.StandardOutput.BaseStream.ReadAtLeastAsync(grey, grey.Length, throwOnEndOfStream: false, limit.Token);
            await written;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && length == grey.Length - 1 ? grey[..length] : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(PhotoHeader header)
    {
        var format = header.MimeType["image/".Length..];
        var size = PhotoLook.Size.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("ffmpeg",
        [
            "-v", "quiet", "-nostdin", "-protocol_whitelist", "pipe", "-threads", "1",
            "-max_pixels", PhotoCheck.MaxPixels.ToString(CultureInfo.InvariantCulture),
            "-f", $"{format}_pipe", "-xerror", "-err_detect", "crccheck+bitstream+buffer+explode", "-i", "pipe:0",
            "-frames:v", "1", "-vf", $"scale={size}:{size}:flags=area", "-pix_fmt", "gray", "-f", "rawvideo", "pipe:1",
        ])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new DecoderMissingException(e);
        }
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await input.WriteAsync(head, cancellationToken);
            await rest.CopyToAsync(input, cancellationToken);
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            // It has seen enough, or ended: its exit code tells.
        }
    }
}
