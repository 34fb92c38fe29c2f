using System.Buffers.Binary;

namespace WhatsAppBots.Media.Photos;

/// <summary>The index of a HEIC or AVIF picture (box <c>meta</c>): which items there are, and where each of them lies.</summary>
internal static class HeicIndex
{
    /// <summary>Finds what is told beside the picture: items of the kinds Exif and mime (XMP). What lies in the index itself is overwritten there.</summary>
    /// <param name="box">The whole box.</param>
    /// <param name="header">Length of its header.</param>
    /// <returns>Places in the file; none where the index cannot be read.</returns>
    public static IReadOnlyList<(long From, long Until)> Hide(byte[] box, int header)
    {
        try
        {
            var told = new HashSet<long>();
            var places = new List<(long From, long Until)>();
            foreach (var (_, at, _) in Boxes(box, header + 4, box.Length, "iinf"))
            {
                var isShort = box[at] == 0;
                foreach (var (_, item, _) in Boxes(box, at + (isShort ? 6 : 8), box.Length, "infe"))
                {
                    var wide = box[item] >= 3;
                    var kind = box.AsSpan(item + (wide ? 10 : 8), 4);
                    if (kind.SequenceEqual("Exif"u8) || kind.SequenceEqual("mime"u8)) told.Add(Number(box, item + 4, wide ? 4 : 2));
                }
            }

            var own = Boxes(box, header + 4, box.Length, "idat").Select(data => data.At).FirstOrDefault();
            foreach (var (_, at, _) in Boxes(box, header + 4, box.Length, "iloc")) Locate(box, at, told, own, places);
            return places;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return [];
        }
    }

    private static void Locate(byte[] box, int at, HashSet<long> told, int own, List<(long From, long Until)> places)
    {
        var version = box[at];
        var (ofOffset, ofLength, ofBase) = (box[at + 4] >> 4, box[at + 4] & 15, box[at + 5] >> 4);
        var ofIndex = version == 0 ? 0 : box[at + 5] & 15;
        var wide = version >= 2 ? 4 : 2;
        var count = Number(box, at + 6, wide);
        at += 6 + wide;
        for (var n = 0L; n < count; n++)
        {
            var id = Take(wide);
            var method = version == 0 ? 0 : Take(2) & 15;
            Take(2);
            var start = Take(ofBase);
            for (var extents = Take(2); extents > 0; extents--)
            {
                Take(ofIndex);
                var from = start + Take(ofOffset);
                var length = Take(ofLength);
                if (!told.Contains(id)) continue;
                if (method == 0) places.Add((from, length == 0 ? long.MaxValue : from + length));
                else if (method == 1 && own > 0) box.AsSpan((int)(own + from), (int)length).Clear();
            }
        }

        long Take(int bytes)
        {
            at += bytes;
            return Number(box, at - bytes, bytes);
        }
    }

    // Positions of the content of boxes of a kind, one after another.
    private static IEnumerable<(string Kind, int At, int Until)> Boxes(byte[] box, int at, int until, string kind)
    {
        while (at + 8 <= until)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(box.AsSpan(at));
            if (size < 8 || size > until - at) yield break;
            var name = System.Text.Encoding.Latin1.GetString(box, at + 4, 4);
            if (name == kind) yield return (name, at + 8, at + size);
            at += size;
        }
    }

    private static long Number(byte[] box, int at, int bytes)
    {
        var number = 0L;
        for (var n = 0; n < bytes; n++) number = (number << 8) | box[at + n];
        return number;
    }
}
