using System.Buffers.Binary;

namespace WhatsAppBots.Images.Photos;

/// <summary>What a picture says of itself in its first bytes, read without decoding anything.</summary>
/// <param name="MimeType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="BytesOfPixel">About as much memory as a decoder needs for a pixel.</param>
internal readonly record struct PhotoHeader(string MimeType, int Width, int Height, double BytesOfPixel)
{
    /// <summary>How much of a file is looked at: a JPEG's size may stand behind a preview and a colour profile.</summary>
    public const int Length = 512 * 1024;

    private const int Jpeg2000 = 0xC8;

    // Colours at half their width and height.
    private const double Halved = 1.5;
    private const double HalvedWithAlpha = 2.5;
    private const double FourChannels = 4;

    /// <summary>Pixels in all.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>About as much memory as a decoder needs for the picture.</summary>
    public long DecodedBytes => (long)(Pixels * BytesOfPixel);

    /// <summary>Reads it; null where it is none of the three, or is cut off before its size.</summary>
    /// <param name="head">The file's first <see cref="Length"/> bytes, or all there are.</param>
    public static PhotoHeader? Read(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(head)
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? ReadPng(head)
        : head.StartsWith("RIFF"u8) && head.Length >= 30 && head[8..].StartsWith("WEBP"u8) ? ReadWebP(head)
        : null;

    // https://www.w3.org/TR/png/#11IHDR: always the first chunk.
    private static PhotoHeader? ReadPng(ReadOnlySpan<byte> head)
    {
        if (head.Length < 24 || !head[12..].StartsWith("IHDR"u8)) return null;
        if (head.Length < 26) return null;
        var channels = head[25] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        return Of(
            "image/png", BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]),
            channels * Math.Max(1, head[24] / 8));
    }

    // https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1: segments up to the first start of a frame.
    private static PhotoHeader? ReadJpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 <= head.Length;)
        {
            if (head[at] != 0xFF) return null;
            var marker = head[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var startsFrame = marker is >= 0xC0 and <= 0xCF and not 0xC4 and not Jpeg2000 and not 0xCC;
            if (startsFrame)
            {
                return Of(
                    "image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]),
                    JpegBytes(head[at..]));
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            if (length < 2 || marker is 0xD9 or 0xDA) return null;
            at += 2 + length;
        }

        return null;
    }

    // Each component has its share of the pixels, by its sampling. A progressive one is held as coefficients of two bytes too, until its last scan.
    private static double JpegBytes(ReadOnlySpan<byte> frame)
    {
        const int First = 10;
        const int Each = 3;
        var count = frame.Length > First ? frame[First - 1] : 0;
        if (count is 0 or > 4 || frame.Length < First + (count * Each)) return FourChannels;
        int sum = 0, most = 1;
        for (var component = 0; component < count; component++)
        {
            var sampling = frame[First + (component * Each) + 1];
            var area = (sampling >> 4) * (sampling & 0xF);
            sum += area;
            most = Math.Max(most, area);
        }

        var bytes = (double)sum / most * (frame[4] > 8 ? 2 : 1);
        return (frame[1] & 3) == 2 ? 3 * bytes : bytes;
    }

    // https://developers.google.com/speed/webp/docs/riff_container
    private static PhotoHeader? ReadWebP(ReadOnlySpan<byte> head)
    {
        var chunk = head[12..];
        if (chunk.StartsWith("VP8X"u8)) return Of("image/webp", 1 + ReadUInt24(head[24..]), 1 + ReadUInt24(head[27..]), ExtendedBytes(chunk));
        if (chunk.StartsWith("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return Of("image/webp", 1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF), FourChannels);
        }

        if (!chunk.StartsWith("VP8 "u8) || !head[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])) return null;
        return Of(
            "image/webp", BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF, Halved);
    }

    // What the picture is coded as stands behind its colour profile and transparency.
    private static double ExtendedBytes(ReadOnlySpan<byte> chunks)
    {
        while (chunks.Length >= 8)
        {
            if (chunks.StartsWith("VP8 "u8)) return HalvedWithAlpha;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            var next = 8L + length + (length & 1);
            if (next >= chunks.Length) break;
            chunks = chunks[(int)next..];
        }

        return FourChannels;
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static PhotoHeader? Of(string type, int width, int height, double bytes) =>
        width > 0 && height > 0 ? new(type, width, height, bytes) : null;
}
