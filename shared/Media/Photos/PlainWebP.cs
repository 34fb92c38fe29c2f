using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>
/// A WebP without what it tells beside the picture. The file's length stands in its first bytes, so what is left out is replaced by as many
/// zeros, in a chunk that readers pass over.
/// </summary>
internal static class PlainWebP
{
    private const int RiffLength = 12;
    private const int ChunkHeader = 8;
    private const int FlagsAt = 8;
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;
    private const int LongestExif = 64 * 1024;

    private static readonly HashSet<string> _kept = ["VP8X", "VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF"];
    private static readonly byte[] _zeros = new byte[4096];

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = BinaryPrimitives.ReadUInt32LittleEndian(source.Here.Span[4..]) - 4L;
        yield return source.Take(RiffLength);
        while (left >= ChunkHeader && await source.EnsureAsync(ChunkHeader, cancellationToken))
        {
            var kind = System.Text.Encoding.Latin1.GetString(source.Here.Span[..4]);
            var told = BinaryPrimitives.ReadUInt32LittleEndian(source.Here.Span[4..]);
            var length = Math.Min(left - ChunkHeader, told + (long)(told & 1));
            left -= ChunkHeader + length;
            if (kind == "VP8X" && await source.EnsureAsync(ChunkHeader + 1, cancellationToken))
            {
                yield return WithoutFlags(source.Take(ChunkHeader + 1).Span);
                length--;
            }
            else if (_kept.Contains(kind))
            {
                yield return source.Take(ChunkHeader);
            }
            else
            {
                var turned = kind == "EXIF" && length <= LongestExif && await source.EnsureAsync(ChunkHeader + (int)length, cancellationToken)
                    ? OrientationOf(source.Here.Span.Slice(ChunkHeader, (int)length))
                    : null;
                yield return Emptied(source.Take(ChunkHeader).Span, turned is not null);
                var blank = await source.SkipAsync(length, cancellationToken);
                if (turned is { } orientation && Orientation.Write(orientation) is var exif && exif.Length <= blank)
                {
                    yield return exif;
                    blank -= exif.Length;
                }

                for (; blank > 0; blank -= Math.Min(blank, _zeros.Length)) yield return _zeros.AsMemory(0, (int)Math.Min(blank, _zeros.Length));
                continue;
            }

            await foreach (var piece in source.PassAsync(length, cancellationToken)) yield return piece;
        }
    }

    private static byte? OrientationOf(ReadOnlySpan<byte> exif) => Orientation.Read(exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif);

    // That there is EXIF may be said where all of it is how the picture is turned: a reader finds it by its chunk.
    private static byte[] WithoutFlags(ReadOnlySpan<byte> header)
    {
        var plain = header.ToArray();
        plain[FlagsAt] &= unchecked((byte)~(ExifFlag | XmpFlag));
        return plain;
    }

    private static byte[] Emptied(ReadOnlySpan<byte> header, bool isExif) =>
        [.. isExif ? "EXIF"u8 : "JUNK"u8, .. header[4..]];
}
