using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>A GIF without what it tells beside the picture: comments, texts, and what programs wrote into it, XMP among that.</summary>
/// <remarks>https://www.w3.org/Graphics/GIF/spec-gif89a.txt.</remarks>
internal static class PlainGif
{
    private const int HeaderLength = 13;
    private const int FlagsAt = 10;
    private const int DescriptorLength = 10;
    private const int ControlLength = 8;
    private const int NameAt = 3;
    private const int NameLength = 11;
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte Control = 0xF9;
    private const byte Application = 0xFF;

    /// <summary>Blocks one after another; how long a picture stays goes with its picture.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await source.EnsureAsync(HeaderLength, cancellationToken)) yield break;
        var table = TableLength(source.Here.Span[FlagsAt]);
        yield return source.Take(HeaderLength);
        await foreach (var piece in source.PassAsync(table, cancellationToken)) yield return piece;
        byte[] control = [];
        while (await source.EnsureAsync(2, cancellationToken) || source.Here.Length > 0)
        {
            var kind = source.Here.Span[0];
            if (kind == Extension && source.Here.Length > 1)
            {
                var label = source.Here.Span[1];
                if (label == Control)
                {
                    if (!await source.EnsureAsync(ControlLength, cancellationToken)) yield break;
                    control = source.Take(ControlLength).ToArray();
                    continue;
                }

                // What controls a text that goes, goes with it.
                var isKept = label == Application && await source.EnsureAsync(NameAt + NameLength, cancellationToken) && IsOfThePicture(source.Here.Span);
                if (!isKept && label != Application && label < 0x80) control = [];
                var head = source.Take(2);
                if (isKept) yield return head;
                await foreach (var piece in BlocksAsync(source, cancellationToken)) if (isKept) yield return piece;
            }
            else if (kind == Image && await source.EnsureAsync(DescriptorLength, cancellationToken))
            {
                yield return control;
                control = [];
                table = TableLength(source.Here.Span[DescriptorLength - 1]);
                yield return source.Take(DescriptorLength);
                await foreach (var piece in source.PassAsync(table + 1, cancellationToken)) yield return piece;
                await foreach (var piece in BlocksAsync(source, cancellationToken)) yield return piece;
            }
            else
            {
                // The end, or what no decoder reads on behind; single zeros are passed over.
                if (kind == Trailer) yield return source.Take(1);
                if (kind != 0) yield break;
                source.Take(1);
            }
        }
    }

    // Each with its length in front, until one of none.
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> BlocksAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await source.EnsureAsync(1, cancellationToken))
        {
            var length = source.Here.Span[0];
            await source.EnsureAsync(1 + length, cancellationToken);
            yield return source.Take(Math.Min(1 + length, source.Here.Length));
            if (length == 0) yield break;
        }
    }

    // How often it repeats, and its colours.
    private static bool IsOfThePicture(ReadOnlySpan<byte> extension)
    {
        var name = extension.Slice(NameAt, NameLength);
        return name.SequenceEqual("NETSCAPE2.0"u8) || name.SequenceEqual("ANIMEXTS1.0"u8) || name.SequenceEqual("ICCRGBG1012"u8);
    }

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
