using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>
/// A film (MP4, MOV, 3GP) or a HEIC picture without what it tells beside the picture: where and when it was taken, with what, by whom. The file
/// stays as long as it was, since much in it points at places by number: what goes is replaced by zeros, in boxes that readers pass over.
/// </summary>
/// <remarks>ISO base media file format: https://mp4ra.org, https://developer.apple.com/documentation/quicktime-file-format.</remarks>
internal static class PlainBoxes
{
    private const int ShortHeader = 8;
    private const int LongHeader = 16;
    private const int VersionLength = 4;

    private static readonly HashSet<string> _containers = ["moov", "trak", "mdia"];
    private static readonly HashSet<string> _blank = ["udta", "meta", "uuid", "free", "skip"];
    private static readonly HashSet<string> _dated = ["mvhd", "tkhd", "mdhd"];
    private static readonly HashSet<string> _pictures = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];
    private static readonly byte[] _zeros = new byte[PhotoSource.Most];

    /// <summary>Whether a file of such a beginning is one.</summary>
    public static bool Fits(ReadOnlySpan<byte> start) =>
        start.Length >= ShortHeader && (start[4..8].SequenceEqual("ftyp"u8) || start[4..8].SequenceEqual("moov"u8) || start[4..8].SequenceEqual("wide"u8));

    /// <summary>Boxes one after another; those within a container follow its header.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isPicture = false;
        var hidden = new List<(long From, long Until)>();
        var at = 0L;
        while (await source.EnsureAsync(ShortHeader, cancellationToken))
        {
            var kind = System.Text.Encoding.Latin1.GetString(source.Here.Span.Slice(4, 4));
            var size = (long)BinaryPrimitives.ReadUInt32BigEndian(source.Here.Span);
            var header = size == 1 ? LongHeader : ShortHeader;
            if (!await source.EnsureAsync(header, cancellationToken)) break;
            if (size == 1) size = BinaryPrimitives.ReadInt64BigEndian(source.Here.Span[ShortHeader..]);

            // Zero: to the end of the file. Less than a header: no box.
            if (size < header && size != 0) break;
            var length = size == 0 ? long.MaxValue - at - header : size - header;
            if (kind == "ftyp" && await source.EnsureAsync(header + 4, cancellationToken))
                isPicture = _pictures.Contains(System.Text.Encoding.Latin1.GetString(source.Here.Span.Slice(header, 4)));
            var isIndex = isPicture && kind == "meta" && length <= PhotoSource.Most - header;
            if (isIndex && await source.EnsureAsync(header + (int)length, cancellationToken))
            {
                var index = source.Here[..(header + (int)length)].ToArray();
                source.Take(index.Length);
                hidden.AddRange(HeicIndex.Hide(index, header));
                yield return index;
                at += index.Length;
                continue;
            }

            var isBlank = _blank.Contains(kind) && !(isPicture && kind == "meta");
            yield return isBlank ? Freed(source.Take(header).Span) : source.Take(header).ToArray();
            at += header;
            if (_containers.Contains(kind)) continue;
            if (_dated.Contains(kind) && length >= VersionLength + 16 && await source.EnsureAsync(VersionLength + 16, cancellationToken))
            {
                var dates = source.Here.Span[0] == 0 ? 8 : 16;
                yield return source.Take(VersionLength);
                yield return _zeros.AsMemory(0, dates);
                source.Take(dates);
                (at, length) = (at + VersionLength + dates, length - VersionLength - dates);
            }

            await foreach (var piece in source.PassAsync(length, cancellationToken))
            {
                yield return isBlank ? _zeros.AsMemory(0, piece.Length) : Without(piece, at, hidden);
                at += piece.Length;
            }
        }

        await foreach (var piece in source.RestAsync(cancellationToken)) yield return piece;
    }

    private static byte[] Freed(ReadOnlySpan<byte> header) => [.. header[..4], .. "free"u8, .. header[ShortHeader..]];

    private static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> piece, long at, List<(long From, long Until)> hidden)
    {
        byte[]? plain = null;
        foreach (var (from, until) in hidden)
        {
            var (first, last) = (Math.Clamp(from - at, 0, piece.Length), Math.Clamp(until - at, 0, piece.Length));
            if (first >= last) continue;
            plain ??= piece.ToArray();
            plain.AsSpan((int)first, (int)(last - first)).Clear();
        }

        return plain ?? piece;
    }
}
