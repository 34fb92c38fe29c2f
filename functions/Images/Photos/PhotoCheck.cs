using System.Buffers;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// Our own checks of a photo, before anyone is paid to look at it. What a file claims of its size is read first, so that one that would
/// unfold to gigabytes is refused without being decoded.
/// </summary>
internal sealed class PhotoCheck : IDisposable
{
    /// <summary>16 MB: WhatsApp takes photos up to 5 MB, and more as documents.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>Of the shorter side: what the training needs.</summary>
    public const int MinPixelsOfSide = 512;

    /// <summary>50 megapixels: phones take 12 to 50.</summary>
    public const long MaxPixels = 50_000_000;

    // Each holds its file, and keeps a core busy; the others wait before anything of them is read, and so take no memory.
    private const int MostAtOnce = 4;

    private const int Piece = 64 * 1024;

    private readonly SemaphoreSlim _slots = new(Math.Min(Environment.ProcessorCount, MostAtOnce));

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
        try
        {
            using var file = SKData.Create(Math.Max(1, length));
            return await LookAsync(file, await ReadAsync(photo, file, cancellationToken), cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();

    // Into memory that the decoder reads, and that goes back to the system at once.
    private static async Task<int> ReadAsync(Stream photo, SKData file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var total = 0;
            while (total < file.Size)
            {
                var read = await photo.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, file.Size - total)), cancellationToken);
                if (read == 0) break;
                Marshal.Copy(buffer, 0, file.Data + total, read);
                total += read;
            }

            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<PhotoVerdict> LookAsync(SKData file, int length, CancellationToken cancellationToken)
    {
        if (PhotoHeader.Read(file.AsSpan()[..length]) is not { } header) return new(PhotoFault.NoPhoto, null);
        if (header.Pixels > MaxPixels || !PhotoDecoder.Fits(header)) return new(PhotoFault.TooManyPixels, null);
        if (Math.Min(header.Width, header.Height) < MinPixelsOfSide) return new(PhotoFault.TooSmall, null);
        if (length < file.Size || await PhotoDecoder.GreyAsync(header, file, cancellationToken) is not { } grey) return new(PhotoFault.Damaged, null);
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
