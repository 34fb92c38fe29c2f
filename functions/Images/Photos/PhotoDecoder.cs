using System.Diagnostics;
using System.Globalization;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// Decodes photos with ffmpeg, each in a process of its own that may use as much memory as its header makes likely, and no more, and that is
/// ended after some seconds. All that run at once share <see cref="Megabytes"/>.
/// </summary>
internal static class PhotoDecoder
{
    /// <summary>The memory of all decoders of this process together, in MB.</summary>
    public const int Megabytes = 236;

    // Rows of what comes out, and what a decoder keeps beside the picture.
    private const int Slack = 8;

    // ffmpeg counts its own margins with the pixels.
    private const double Margins = 1.25;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);
    private static readonly MemoryGate _memory = new(Megabytes);

    /// <summary>Whether a picture can be decoded in the memory there is for it, by what its header says.</summary>
    public static bool Fits(PhotoHeader header) => Need(header) <= Megabytes;

    /// <summary>
    /// A grey copy of <see cref="PhotoLook.Size"/> squared; null where it does not decode, or not in the time and memory that its header makes
    /// likely.
    /// </summary>
    /// <param name="header">As read from the first bytes; tells ffmpeg what to expect, so that it guesses nothing.</param>
    /// <param name="head">What was read already.</param>
    /// <param name="rest">What comes after it.</param>
    /// <exception cref="DecoderMissingException">There is no ffmpeg.</exception>
    public static async Task<byte[]?> GreyAsync(PhotoHeader header, ReadOnlyMemory<byte> head, Stream rest, CancellationToken cancellationToken)
    {
        if (!Fits(header)) return null;
        using var share = await _memory.EnterAsync(Need(header), cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        using var process = Start(header);
        var written = Task.CompletedTask;
        try
        {
            written = WriteAsync(process, head, rest, limit.Token);
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
            await limit.CancelAsync();
            await Ffmpeg.EndAsync(process);

            // The photo is the caller's again, and may be closed, only when nobody reads it any more.
            await written.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static int Need(PhotoHeader header) => Ffmpeg.OwnMegabytes + Slack + (int)(header.DecodedBytes >> 20);

    private static Process Start(PhotoHeader header)
    {
        var format = header.MimeType["image/".Length..];
        var size = PhotoLook.Size.ToString(CultureInfo.InvariantCulture);
        return Ffmpeg.Start(
            Need(header), _timeout,
            [
                "-protocol_whitelist", "pipe", "-threads", "1",
                "-max_pixels", ((long)(PhotoCheck.MaxPixels * Margins)).ToString(CultureInfo.InvariantCulture),
                "-f", $"{format}_pipe", "-xerror", "-err_detect", "crccheck+bitstream+buffer+explode", "-i", "pipe:0",
                "-frames:v", "1", "-vf", $"scale={size}:{size}:flags=area", "-pix_fmt", "gray", "-f", "rawvideo", "pipe:1",
            ],
            start => start.RedirectStandardInput = start.RedirectStandardOutput = true);
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
