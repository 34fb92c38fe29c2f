using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace WhatsAppBots.Testing;

/// <summary>
/// Photos that pass the checks of a real one: patches of light, edges and grain. Two of the same seed look the same, whatever
/// their size; two of different seeds do not.
/// </summary>
public static class SamplePhotos
{
    private const int Columns = 9;
    private const int Rows = 8;

    // Neighbours differ by more than grain and compression can turn over.
    private const int LeastStep = 35;

    private static readonly uint[] _table = [.. Enumerable.Range(0, 256).Select(index =>
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    })];

    /// <summary>A grey PNG.</summary>
    /// <param name="seed">What is on it.</param>
    /// <param name="says">What the stand-in for Astria sees on it: <c>woman</c>, <c>woman,wearing_hat</c>, <c>none</c>, <c>girl</c>.</param>
    /// <param name="light">One that is nearly black has 0.05.</param>
    public static byte[] Png(int seed, string says = "woman", int width = 560, int height = 640, double light = 1)
    {
        var cells = Cells(seed);
        var grain = (uint)((seed * 2654435761L) + (width * 7)) | 1;
        var pixels = new byte[height * (width + 1)];
        var at = 0;
        for (var y = 0; y < height; y++)
        {
            at++;
            for (var x = 0; x < width; x++)
            {
                grain ^= grain << 13;
                grain ^= grain >> 17;
                grain ^= grain << 5;
                var edge = ((x / 6) + (y / 6)) % 2 == 0 ? 0 : 40;
                pixels[at++] = (byte)Math.Clamp((int)((cells[y * Rows / height, x * Columns / width] + edge + (grain & 7)) * light), 0, 255);
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(file, "IHDR"u8, header);

        // In the name of its colours: texts and comments do not reach the stand-in.
        using var colours = new MemoryStream();
        colours.Write([.. Encoding.ASCII.GetBytes($"simulator:{says};"), 0, 0]);
        using (var deflate = new ZLibStream(colours, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write("none"u8);
        Chunk(file, "iCCP"u8, colours.ToArray());
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(pixels);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>The same picture as a JPEG.</summary>
    public static byte[] Jpeg(byte[] png, string says = "woman")
    {
        using var picture = SKBitmap.Decode(png);
        using var jpeg = picture.Encode(SKEncodedImageFormat.Jpeg, 80);

        // In its colours, behind the start of the image.
        byte[] text = [.. "ICC_PROFILE\0"u8, 1, 1, .. Encoding.ASCII.GetBytes($"simulator:{says};")];
        var content = jpeg.ToArray();
        return [.. content[..2], 0xFF, 0xE2, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. text, .. content[2..]];
    }

    private static byte[,] Cells(int seed)
    {
#pragma warning disable CA5394 // What is on a sample is no secret, and must be the same each time.
        var random = new Random(seed);
        var cells = new byte[Rows, Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                do cells[row, column] = (byte)random.Next(40, 200);
                while (column > 0 && Math.Abs(cells[row, column] - cells[row, column - 1]) < LeastStep);
            }
        }
#pragma warning restore CA5394

        return cells;
    }

    /// <summary>Writes one chunk of a PNG, with its checksum.</summary>
    public static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Add(Add(uint.MaxValue, type), content));
        file.Write(number);
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> content)
    {
        foreach (var one in content) crc = _table[(crc ^ one) & 0xFF] ^ (crc >> 8);
        return crc;
    }
}
