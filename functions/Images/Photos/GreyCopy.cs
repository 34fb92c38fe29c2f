using SkiaSharp;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// A picture's grey copy of <see cref="PhotoLook.Size"/> squared: each of its pixels is the mean of those it stands for. Made from rows as they
/// come. Pure.
/// </summary>
/// <param name="width">Of the picture; at least as wide and as high as the copy.</param>
internal sealed class GreyCopy(int width, int height)
{
    private const int Side = PhotoLook.Size;
    private const int BytesOfPixel = 4;

    private readonly long[] _sums = new long[Side * Side];
    private readonly int[] _counts = new int[Side * Side];

    /// <summary>Adds a row; transparent places are white.</summary>
    /// <param name="y">From the top of the picture.</param>
    /// <param name="pixels">Red, green, blue, opacity; colours multiplied by their opacity.</param>
    public void Add(int y, ReadOnlySpan<byte> pixels)
    {
        var row = (int)((long)y * Side / height) * Side;
        for (var column = 0; column < Side; column++)
        {
            var (start, end) = (Start(column), Start(column + 1));
            long sum = 0;
            for (var at = start * BytesOfPixel; at < end * BytesOfPixel; at += BytesOfPixel)
            {
                // ITU-R BT.601, in shares of 256.
                sum += (((77 * pixels[at]) + (150 * pixels[at + 1]) + (29 * pixels[at + 2]) + 128) >> 8) + (byte.MaxValue - pixels[at + 3]);
            }

            _sums[row + column] += sum;
            _counts[row + column] += end - start;
        }
    }

    /// <summary>The copy, turned as the picture is meant to be seen.</summary>
    public byte[] Upright(SKEncodedOrigin origin)
    {
        const int Last = Side - 1;
        var grey = new byte[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var (fromX, fromY) = origin switch
                {
                    SKEncodedOrigin.TopRight => (Last - x, y),
                    SKEncodedOrigin.BottomRight => (Last - x, Last - y),
                    SKEncodedOrigin.BottomLeft => (x, Last - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, Last - x),
                    SKEncodedOrigin.RightBottom => (Last - y, Last - x),
                    SKEncodedOrigin.LeftBottom => (Last - y, x),
                    _ => (x, y),
                };
                var at = (fromY * Side) + fromX;
                grey[(y * Side) + x] = (byte)Math.Min(byte.MaxValue, (_sums[at] + (_counts[at] / 2)) / Math.Max(1, _counts[at]));
            }
        }

        return grey;
    }

    private int Start(int column) => (int)((long)column * width / Side);
}
