using SkiaSharp;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// Decodes photos in this process, scaled down where their format allows it and in strips where not. What it takes is known from the header
/// before anything is decoded, and all that run at once share <see cref="Megabytes"/>: large pictures go one at a time.
/// </summary>
internal static class PhotoDecoder
{
    /// <summary>The memory of all decoders of this process together, in MB; the files themselves come on top.</summary>
    public const int Megabytes = 160;

    // Of what comes out of a decoder at a time.
    private const int StripMegabytes = 64;

    // Rows and tables that a decoder keeps beside the picture.
    private const int Slack = 4;

    private const int BytesOfPixel = 4;

    // JPEG scales by eighths, in its own transform. WebP that is scaled leaves out the filter that smooths its blocks, and looks sharper than it is:
    // only what is too large otherwise is.
    private const int Eighths = 8;

    // Pixels times passes over them: a second or two. A picture in several scans has some ten of them.
    private const long MostWork = 1_200_000_000;

    // A picture that is scaled while it is decoded keeps twice the pixels of the grey copy, so that its edges stay.
    private const int LeastSide = 2 * PhotoLook.Size;
    private const long MostKept = 8_000_000;

    private static readonly MemoryGate _memory = new(Megabytes);

    /// <summary>Whether a picture can be decoded in the memory and time there are for it, by what its header says.</summary>
    public static bool Fits(PhotoHeader header) => Need(header) <= Megabytes && header.Pixels * header.Passes * Strips(header) <= MostWork;

    /// <summary>
    /// Makes a grey copy of <see cref="PhotoLook.Size"/> squared, upright and on white; null where the picture does not decode to its end. Of one
    /// that moves, the first picture.
    /// </summary>
    /// <param name="header">As read from the file.</param>
    /// <param name="file">All of it.</param>
    public static async Task<byte[]?> GreyAsync(PhotoHeader header, SKData file, CancellationToken cancellationToken)
    {
        if (!Fits(header)) return null;
        using var share = await _memory.EnterAsync(Need(header), cancellationToken);
        return Grey(header, file);
    }

    private static byte[]? Grey(PhotoHeader header, SKData file)
    {
        using var codec = SKCodec.Create(file);
        if (codec is null || codec.Info.Width != header.Width || codec.Info.Height != header.Height) return null;
        return header.MimeType == PhotoHeader.Png ? InStrips(codec, header) : Scaled(codec, header);
    }

    private static byte[]? Scaled(SKCodec codec, PhotoHeader header)
    {
        var size = codec.GetScaledDimensions((float)Share(header) / Eighths);
        if (Math.Min(size.Width, size.Height) < PhotoLook.Size) size = new SKSizeI(header.Width, header.Height);
        using var pixels = new SKBitmap();
        if (!pixels.TryAllocPixels(Pixels(size.Width, size.Height))) return null;
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success) return null;
        var copy = new GreyCopy(size.Width, size.Height);
        for (var y = 0; y < size.Height; y++) copy.Add(y, pixels.GetPixelSpan().Slice(y * pixels.RowBytes, size.Width * BytesOfPixel));
        return copy.Upright(codec.EncodedOrigin);
    }

    // PNG has no scaling: each strip is decoded from the file's start, and only its own rows are kept.
    private static byte[]? InStrips(SKCodec codec, PhotoHeader header)
    {
        var (width, height) = (header.Width, header.Height);
        var rows = StripRows(header);
        using var pixels = new SKBitmap();
        if (!pixels.TryAllocPixels(Pixels(width, rows))) return null;
        var copy = new GreyCopy(width, height);
        for (var top = 0; top < height; top += rows)
        {
            var count = Math.Min(rows, height - top);
            var strip = new SKCodecOptions(new SKRectI(0, top, width, top + count));
            if (codec.StartIncrementalDecode(Pixels(width, height), pixels.GetPixels(), pixels.RowBytes, strip) != SKCodecResult.Success) return null;
            if (codec.IncrementalDecode() != SKCodecResult.Success) return null;
            for (var y = 0; y < count; y++) copy.Add(top + y, pixels.GetPixelSpan().Slice(y * pixels.RowBytes, width * BytesOfPixel));
        }

        return copy.Upright(codec.EncodedOrigin);
    }

    private static int StripRows(PhotoHeader header) =>
        (int)Math.Clamp((StripMegabytes << 20) / (long)((BytesOfPixel + header.HeldBytes) * header.Width), 1, header.Height);

    private static int Strips(PhotoHeader header) =>
        header.MimeType == PhotoHeader.Png ? (header.Height + StripRows(header) - 1) / StripRows(header) : 1;

    private static int Need(PhotoHeader header)
    {
        if (header.MimeType == PhotoHeader.Png) return Slack + (int)((long)(StripRows(header) * (BytesOfPixel + header.HeldBytes) * header.Width) >> 20);
        var share = (double)Share(header) / Eighths;
        return Slack + (int)((long)(header.Pixels * ((share * share * BytesOfPixel) + header.HeldBytes)) >> 20);
    }

    private static int Share(PhotoHeader header)
    {
        if (header.MimeType == PhotoHeader.WebP && header.Pixels * BytesOfPixel <= StripMegabytes << 20) return Eighths;
        var share = Least(LeastSide);

        // A strip that is long and narrow is no photo, and would be decoded nearly whole.
        return header.Pixels * share * share / (Eighths * Eighths) <= MostKept ? share : Least(PhotoLook.Size);

        int Least(int side) => Math.Clamp((int)Math.Ceiling((double)Eighths * side / Math.Min(header.Width, header.Height)), 1, Eighths);
    }

    private static SKImageInfo Pixels(int width, int height) => new(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
}
