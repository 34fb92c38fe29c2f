using System.Buffers.Binary;

namespace WhatsAppBots.Images.Photos;

/// <summary>Header of a picture, read without decoding anything: how much memory and time it takes to look at it.</summary>
/// <param name="MimeType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="HeldBytes">What a decoder holds of each pixel until it is done, in bytes; 0 where it needs some rows only.</param>
/// <param name="Passes">How often a decoder goes through all pixels.</param>
internal readonly record struct PhotoHeader(string MimeType, int Width, int Height, double HeldBytes, int Passes = 1)
{
    /// <summary>The MIME type of PNG.</summary>
    public const string Png = "image/png";

    /// <summary>The MIME type of WebP.</summary>
    public const string WebP = "image/webp";

    private const string Jpeg = "image/jpeg";
    private const byte StartOfScan = 0xDA;
    private const int Jpeg2000 = 0xC8;

    // Seven passes touch each pixel once, and each row again and again.
    private const int InterlacedPasses = 3;
    private const double LosslessBytes = 4;
    private const double AlphaBytes = 1;

    // Coefficients are held as two bytes each, for every component.
    private const int CoefficientBytes = 2;

    /// <summary>Pixels in all.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Reads it; null where it is none of the three, or is cut off before its size.</summary>
    /// <param name="head">The file, or its beginning: a JPEG's size may stand behind megabytes of other things.</param>
    public static PhotoHeader? Read(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(head)
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? ReadPng(head)
        : head.StartsWith("RIFF"u8) && head.Length >= 30 && head[8..].StartsWith("WEBP"u8) ? ReadWebP(head)
        : null;

    // https://www.w3.org/TR/png/#11IHDR: always the first chunk.
    private static PhotoHeader? ReadPng(ReadOnlySpan<byte> head)
    {
        if (head.Length < 29 || !head[12..].StartsWith("IHDR"u8)) return null;
        var channels = head[25] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var isInterlaced = head[28] != 0;
        return Of(
            Png, BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]),
            isInterlaced ? channels * Math.Max(1, head[24] / 8) : 0, isInterlaced ? InterlacedPasses : 1);
    }

    // https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1: segments up to the first scan.
    private static PhotoHeader? ReadJpeg(ReadOnlySpan<byte> head)
    {
        var frame = ReadOnlySpan<byte>.Empty;
        for (var at = 2; at + 9 <= head.Length;)
        {
            if (head[at] != 0xFF) break;
            var marker = head[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (frame.IsEmpty && marker is >= 0xC0 and <= 0xCF and not 0xC4 and not Jpeg2000 and not 0xCC) frame = head[at..];
            if (marker == StartOfScan) return OfFrame(frame, head[at..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            if (length < 2 || marker == 0xD9) break;
            at += 2 + length;
        }

        return OfFrame(frame, []);
    }

    // Of a picture in one scan some rows are held; of one in several all coefficients, until the last scan.
    private static PhotoHeader? OfFrame(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> scan)
    {
        const int First = 10;
        const int Each = 3;
        if (frame.Length < First) return null;
        int count = frame[First - 1], sum = 0, most = 1;
        for (var component = 0; component < count && frame.Length >= First + ((component + 1) * Each); component++)
        {
            var sampling = frame[First + (component * Each) + 1];
            var area = (sampling >> 4) * (sampling & 0xF);
            sum += area;
            most = Math.Max(most, area);
        }

        var isProgressive = (frame[1] & 3) == 2;
        var hasManyScans = isProgressive || (scan.Length > 4 && scan[4] < count);
        return Of(
            Jpeg, BinaryPrimitives.ReadUInt16BigEndian(frame[7..]), BinaryPrimitives.ReadUInt16BigEndian(frame[5..]),
            hasManyScans ? CoefficientBytes * Math.Max(1, (double)sum / most) : 0, hasManyScans ? Math.Max(1, scan.Count((ReadOnlySpan<byte>)[0xFF, StartOfScan])) : 1);
    }

    // https://developers.google.com/speed/webp/docs/riff_container
    private static PhotoHeader? ReadWebP(ReadOnlySpan<byte> head)
    {
        var chunk = head[12..];
        if (chunk.StartsWith("VP8X"u8)) return Of(WebP, 1 + ReadUInt24(head[24..]), 1 + ReadUInt24(head[27..]), ExtendedBytes(chunk));
        if (chunk.StartsWith("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return Of(WebP, 1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF), LosslessBytes);
        }

        if (!chunk.StartsWith("VP8 "u8) || !head[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])) return null;
        return Of(
            WebP, BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF, 0);
    }

    // What the picture is coded as stands behind its colour profile and transparency.
    private static double ExtendedBytes(ReadOnlySpan<byte> chunks)
    {
        while (chunks.Length >= 8)
        {
            if (chunks.StartsWith("VP8 "u8)) return AlphaBytes;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            var next = 8L + length + (length & 1);
            if (next >= chunks.Length) break;
            chunks = chunks[(int)next..];
        }

        return LosslessBytes;
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static PhotoHeader? Of(string type, int width, int height, double held, int passes = 1) =>
        width > 0 && height > 0 ? new(type, width, height, held, passes) : null;
}
