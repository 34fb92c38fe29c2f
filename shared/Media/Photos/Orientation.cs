using System.Buffers.Binary;

namespace WhatsAppBots.Media.Photos;

/// <summary>How a picture is turned: the one thing of its EXIF that belongs to the picture.</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>Reads it from a TIFF structure; null where there is none, or it says "upright".</summary>
    public static byte? Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return null;
        var isBig = tiff.StartsWith("MM"u8);
        if (!isBig && !tiff.StartsWith("II"u8)) return null;
        var at = isBig ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (at > tiff.Length - 2) return null;
        var entries = tiff[((int)at + 2)..];
        var count = Short(tiff[(int)at..], isBig);
        for (var n = 0; n < count && entries.Length >= EntryLength; n++, entries = entries[EntryLength..])
        {
            if (Short(entries, isBig) == Tag) return Short(entries[8..], isBig) is > 1 and <= 8 and var turned ? (byte)turned : null;
        }

        return null;
    }

    /// <summary>A TIFF structure that says this and nothing else.</summary>
    public static byte[] Write(byte orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
