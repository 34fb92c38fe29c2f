using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>
/// A film or sound in WebM or Matroska without its title, its time, its tags and what is attached to it. The file stays as long as it was, since
/// its index points at places by number: what goes becomes a void element, which readers pass over.
/// </summary>
/// <remarks>EBML: https://www.rfc-editor.org/rfc/rfc8794, Matroska: https://www.rfc-editor.org/rfc/rfc9559.</remarks>
internal static class PlainMatroska
{
    private const uint Segment = 0x18538067;
    private const uint Cluster = 0x1F43B675;
    private const uint Information = 0x1549A966;
    private const int LongestId = 4;
    private const int LongestSize = 8;
    private const byte Void = 0xEC;

    // Tags, attachments, chapters; title, date, name of the file. A checksum would no longer be right.
    private static readonly HashSet<uint> _hidden = [0x1254C367, 0x1941A469, 0x1043A770, 0x7BA9, 0x4461, 0x7384, 0xBF];
    private static readonly byte[] _zeros = new byte[PhotoSource.Most];

    /// <summary>Whether a file of such a beginning is one.</summary>
    public static bool Fits(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]);

    /// <summary>Elements one after another; those within a container follow its header.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await source.EnsureAsync(LongestId + LongestSize, cancellationToken) || source.Here.Length > 1)
        {
            if (Header.Read(source.Here.Span) is not { } header) break;
            if (header.Id is Segment or Cluster or Information)
            {
                yield return source.Take(header.Length);
                continue;
            }

            // One whose end is not told ends with the file, for who reads it forward.
            if (header.Size is not { } size) break;
            var isHidden = _hidden.Contains(header.Id);
            var head = source.Take(header.Length).ToArray();
            yield return isHidden ? Voided(head.Length, size) : head;
            await foreach (var piece in source.PassAsync(size, cancellationToken)) yield return isHidden ? _zeros.AsMemory(0, piece.Length) : piece;
        }

        await foreach (var piece in source.RestAsync(cancellationToken)) yield return piece;
    }

    // As long as the header it stands for; of one that is longer than a void's may be, the rest is content.
    private static byte[] Voided(int length, long size)
    {
        var header = new byte[length];
        header[0] = Void;
        var digits = Math.Min(LongestSize, length - 1);
        Span<byte> number = stackalloc byte[LongestSize];
        BinaryPrimitives.WriteInt64BigEndian(number, (size + length - 1 - digits) | (1L << (7 * digits)));
        number[^digits..].CopyTo(header.AsSpan(1));
        return header;
    }

    /// <param name="Size">Bytes of content; null: up to where the container ends.</param>
    private readonly record struct Header(uint Id, long? Size, int Length)
    {
        public static Header? Read(ReadOnlySpan<byte> bytes)
        {
            var ofId = BitOperations.LeadingZeroCount(bytes[0]) - 23;
            if (ofId > LongestId || bytes.Length <= ofId) return null;
            var ofSize = BitOperations.LeadingZeroCount(bytes[ofId]) - 23;
            if (ofSize > LongestSize || bytes.Length < ofId + ofSize) return null;
            var size = Number(bytes.Slice(ofId, ofSize)) & ((1L << (7 * ofSize)) - 1);
            return new((uint)Number(bytes[..ofId]), size == (1L << (7 * ofSize)) - 1 ? null : size, ofId + ofSize);
        }

        private static long Number(ReadOnlySpan<byte> bytes)
        {
            var number = 0L;
            foreach (var part in bytes) number = (number << 8) | part;
            return number;
        }
    }
}
