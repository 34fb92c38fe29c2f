using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>A JPEG without what it tells beside the picture: B.1 of its standard, segment by segment.</summary>
internal static class PlainJpeg
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;

    // Of a JFIF segment without a preview, in bytes behind its marker.
    private const int Jfif = 16;

    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return source.Take(2);
        var isTurned = false;
        while (await source.EnsureAsync(2, cancellationToken))
        {
            if (source.Here.Span[0] != 0xFF || source.Here.Span[1] is 0 or 0xFF)
            {
                // Filling, or what no decoder reads either.
                source.Take(1);
                continue;
            }

            var marker = source.Here.Span[1];
            if (marker is Start or End or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                yield return source.Take(2);
                if (marker == End) yield break;
                continue;
            }

            if (!await source.EnsureAsync(4, cancellationToken)) yield break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(source.Here.Span[2..]);
            if (length < 2)
            {
                source.Take(1);
                continue;
            }

            var isWhole = await source.EnsureAsync(2 + length, cancellationToken);
            if (marker == App0 && isWhole && length >= Jfif && source.Here.Span[4..].StartsWith("JFIF\0"u8))
            {
                yield return WithoutPreview(source.Here.Span);
                await source.SkipAsync(2 + length, cancellationToken);
            }
            else if (Keeps(marker, source.Here.Span[4..]))
            {
                await foreach (var piece in source.PassAsync(2 + length, cancellationToken)) yield return piece;
            }
            else
            {
                var turned = marker == App1 && isWhole && !isTurned ? OrientationOf(source.Here.Span[4..(2 + length)]) : null;
                await source.SkipAsync(2 + length, cancellationToken);
                isTurned |= turned is not null;
                if (turned is { } orientation) yield return Exif(orientation);
            }

            if (marker != Scan) continue;
            await foreach (var piece in CodedAsync(source, cancellationToken)) yield return piece;
        }
    }

    // Up to the next marker: 0xFF stands for itself where a zero follows.
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> CodedAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await source.EnsureAsync(2, cancellationToken))
        {
            var length = LengthOfCoded(source.Here.Span);
            if (length == 0) yield break;
            yield return source.Take(length);
        }

        if (source.Here.Length > 0) yield return source.Take(source.Here.Length);
    }

    private static int LengthOfCoded(ReadOnlySpan<byte> here)
    {
        for (var at = 0; ; at++)
        {
            var next = here[at..].IndexOf((byte)0xFF);
            if (next < 0) return here.Length;
            at += next;

            // What follows is not here yet.
            if (at + 1 == here.Length) return at == 0 ? here.Length : at;
            if (here[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))) return at;
        }
    }

    // The density of its pixels; the preview behind it is left out.
    private static byte[] WithoutPreview(ReadOnlySpan<byte> segment) => [0xFF, App0, 0, Jfif, .. segment[4..Jfif], 0, 0];

    // All that decodes the picture; of what applications add, the colours, and how Adobe mixed them.
    private static bool Keeps(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        App2 => content.StartsWith("ICC_PROFILE\0"u8),
        App14 => content.StartsWith("Adobe"u8),
        >= 0xC0 and <= 0xDF => true,
        _ => false,
    };

    private static byte? OrientationOf(ReadOnlySpan<byte> content) => content.StartsWith("Exif\0\0"u8) ? Orientation.Read(content[6..]) : null;

    private static byte[] Exif(byte orientation)
    {
        byte[] content = [.. "Exif\0\0"u8, .. Orientation.Write(orientation)];
        return [0xFF, App1, 0, (byte)(content.Length + 2), .. content];
    }
}
