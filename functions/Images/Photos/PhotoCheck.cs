using System.Buffers;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// Our own checks of a photo, before anyone is paid to look at it. What a file claims is read from its first bytes, so that one
/// that lies or would unfold to gigabytes is refused without being decoded.
/// </summary>
internal sealed class PhotoCheck : IDisposable
{
    /// <summary>16 MB: WhatsApp takes photos up to 5 MB, and more as documents.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>Of the shorter side: what the training needs.</summary>
    public const int MinPixelsOfSide = 512;

    /// <summary>50 megapixels: phones take 12 to 50.</summary>
    public const long MaxPixels = 50_000_000;

    // As many at once as there are cores; the others wait before anything of them is read, and so take no memory.
    private readonly SemaphoreSlim _slots = new(Environment.ProcessorCount);

    private const double Darkest = 28;
    private const double Brightest = 235;
    private const double Dullest = 12;

    /// <summary>Checks a photo.</summary>
    /// <param name="photo">The file from its start; read once, never held whole.</param>
    /// <param name="length">In bytes.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<PhotoVerdict> CheckAsync(Stream photo, long length, CancellationToken cancellationToken)
    {
        if (length > MaxBytes) return new(PhotoFault.TooLarge, null);
        await _slots.WaitAsync(cancellationToken);
        var head = ArrayPool<byte>.Shared.Rent((int)Math.Min(PhotoHeader.Length, length));
        try
        {
            return await LookAsync(photo, head, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(head);
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    private static async Task<PhotoVerdict> LookAsync(Stream photo, byte[] head, CancellationToken cancellationToken)
    {
        var read = await photo.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (PhotoHeader.Read(head.AsSpan(0, read)) is not { } header) return new(PhotoFault.NoPhoto, null);
        if (header.Pixels > MaxPixels || !PhotoDecoder.Fits(header)) return new(PhotoFault.TooManyPixels, null);
        if (Math.Min(header.Width, header.Height) < MinPixelsOfSide) return new(PhotoFault.TooSmall, null);

        // Without ffmpeg the header's word must do.
        if (!Ffmpeg.IsThere) return new(null, null);
        var grey = await PhotoDecoder.GreyAsync(header, head.AsMemory(0, read), photo, cancellationToken);
        if (grey is null) return new(PhotoFault.Damaged, null);
        var look = PhotoLook.At(grey);
        return look switch
        {
            { Brightness: < Darkest } => new(PhotoFault.TooDark, look),
            { Brightness: > Brightest } => new(PhotoFault.TooBright, look),
            { Sharpness: < Dullest } => new(PhotoFault.Blurred, look),
            _ => new(null, look),
        };
    }
}

/// <summary>What the checks found.</summary>
/// <param name="Fault">Null: nothing is wrong with it.</param>
/// <param name="Look">Null where it was not decoded.</param>
internal readonly record struct PhotoVerdict(PhotoFault? Fault, PhotoLook? Look);
