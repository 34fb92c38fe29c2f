using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>A PNG without what it tells beside the picture: texts, EXIF, times, and the further pictures of an animation.</summary>
internal static class PlainPng
{
    private const int SignatureLength = 8;
    private const int FrameLength = 12;

    // Packed: those of cameras and screens have 1 to 3 kB. One of this size unfolds to 32 MB at most.
    private const int LongestProfile = 32 * 1024;
    private const int LongestExif = 64 * 1024;

    // https://www.w3.org/TR/png/#4Concepts.FormatTypes: what is needed to decode it, and to show it as it was meant.
    private static readonly HashSet<string> _kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "cICP"];

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return source.Take(SignatureLength);
        while (await source.EnsureAsync(SignatureLength, cancellationToken))
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(source.Here.Span);
            var kind = System.Text.Encoding.Latin1.GetString(source.Here.Span[4..SignatureLength]);
            if (length > int.MaxValue) yield break;
            if (_kept.Contains(kind) || (kind == "iCCP" && length <= LongestProfile))
            {
                await foreach (var piece in source.PassAsync(FrameLength + (long)length, cancellationToken)) yield return piece;
                if (kind == "IEND") yield break;
                continue;
            }

            byte? turned = null;
            if (kind == "eXIf" && length <= LongestExif && await source.EnsureAsync(FrameLength + (int)length, cancellationToken))
            {
                turned = Orientation.Read(source.Here.Span.Slice(SignatureLength, (int)length));
            }

            await source.SkipAsync(FrameLength + (long)length, cancellationToken);
            if (turned is { } orientation) yield return Chunk([.. "eXIf"u8, .. Orientation.Write(orientation)]);
        }
    }

    private static byte[] Chunk(byte[] content)
    {
        var chunk = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length - 4);
        content.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 4), Checksum(content));
        return chunk;
    }

    // https://www.w3.org/TR/png/#D-CRCAppendix
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }
}
