using SkiaSharp;
using WhatsAppBots.Images.Photos;

namespace WhatsAppBots.Images.Packs;

/// <summary>A provider's picture as a frame of a pack's video.</summary>
internal static class PackFrame
{
    /// <summary>Pixels across: the size WhatsApp plays everywhere.</summary>
    public const int Width = 710;

    /// <summary>Pixels from top to bottom.</summary>
    public const int Height = 1536;

    // Of 16 bytes each at most while it is decoded and drawn: the provider's pictures have one to four million.
    private const long MostPixels = 16_000_000;

    private const double NearBlack = 16;
    private const int Quality = 95;

    /// <summary>Draws the picture as large as the frame allows, in its middle, on black.</summary>
    /// <returns>A JPEG; null where the picture does not decode, is larger than those of packs, or shows nothing.</returns>
    public static byte[]? Of(byte[] picture)
    {
        if (PhotoHeader.Read(picture) is not { } header || header.Pixels > MostPixels || !PhotoDecoder.Fits(header)) return null;
        using var file = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(file);
        if (codec is null) return null;
        using var decoded = new SKBitmap();
        if (!decoded.TryAllocPixels(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul))) return null;
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) != SKCodecResult.Success || Brightness(decoded) < NearBlack) return null;
        using var frame = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(frame))
        {
            canvas.Clear(SKColors.Black);
            using var image = SKImage.FromBitmap(decoded);
            canvas.DrawImage(image, Fitting(decoded.Width, decoded.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var jpeg = frame.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg?.ToArray();
    }

    private static SKRect Fitting(int width, int height)
    {
        var scale = Math.Min((float)Width / width, (float)Height / height);
        var (across, down) = (width * scale, height * scale);
        return SKRect.Create((Width - across) / 2, (Height - down) / 2, across, down);
    }

    private static double Brightness(SKBitmap picture)
    {
        using var small = picture.Resize(new SKImageInfo(32, 32, SKColorType.Gray8, SKAlphaType.Opaque), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (small is null) return 0;
        var sum = 0L;
        foreach (var pixel in small.GetPixelSpan()) sum += pixel;
        return (double)sum / (small.Width * small.Height);
    }
}
