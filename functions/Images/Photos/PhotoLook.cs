using System.Numerics;

namespace WhatsAppBots.Images.Photos;

/// <summary>
/// What can be told of a picture from a small grey copy: light, sharpness, and a fingerprint that survives scaling and
/// recompression. Pure.
/// </summary>
/// <param name="Brightness">Mean, 0 to 255.</param>
/// <param name="Sharpness">Variance of the Laplacian; below some 20 a face cannot be made out.</param>
/// <param name="Fingerprint">Difference hash, 64 bits.</param>
internal readonly record struct PhotoLook(double Brightness, double Sharpness, ulong Fingerprint)
{
    /// <summary>Width and height of the grey copy.</summary>
    public const int Size = 256;

    /// <summary>Bits of the fingerprint in which pictures that look the same may differ.</summary>
    public const int SameWithin = 5;

    private const int Columns = 9;
    private const int Rows = 8;

    /// <summary>Looks at a grey copy, <see cref="Size"/> by <see cref="Size"/> bytes, row by row.</summary>
    public static PhotoLook At(ReadOnlySpan<byte> grey)
    {
        if (grey.Length != Size * Size) throw new ArgumentException($"A grey copy has {Size * Size} bytes, this has {grey.Length}.", nameof(grey));
        long sum = 0;
        foreach (var pixel in grey) sum += pixel;
        return new PhotoLook((double)sum / grey.Length, Laplacian(grey), Difference(grey));
    }

    /// <summary>The same picture, perhaps scaled, recompressed or a shade lighter.</summary>
    public bool LooksLike(PhotoLook other) => BitOperations.PopCount(Fingerprint ^ other.Fingerprint) <= SameWithin;

    private static double Laplacian(ReadOnlySpan<byte> grey)
    {
        double sum = 0;
        double squares = 0;
        for (var y = 1; y < Size - 1; y++)
        {
            for (var x = 1; x < Size - 1; x++)
            {
                var at = (y * Size) + x;
                double edge = (4 * grey[at]) - grey[at - 1] - grey[at + 1] - grey[at - Size] - grey[at + Size];
                sum += edge;
                squares += edge * edge;
            }
        }

        const double Count = (Size - 2) * (Size - 2);
        var mean = sum / Count;
        return (squares / Count) - (mean * mean);
    }

    // Whether each of 8 × 8 patches is darker than its right neighbour. https://www.hackerfactor.com/blog/?/archives/529-Kind-of-Like-That.html
    private static ulong Difference(ReadOnlySpan<byte> grey)
    {
        Span<long> patches = stackalloc long[Columns * Rows];
        for (var y = 0; y < Size; y++)
        {
            var row = y * Rows / Size * Columns;
            for (var x = 0; x < Size; x++) patches[row + (x * Columns / Size)] += grey[(y * Size) + x];
        }

        // Columns are not of one width; their means are compared.
        ulong hash = 0;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns - 1; column++)
            {
                var left = patches[(row * Columns) + column] / WidthOf(column);
                var right = patches[(row * Columns) + column + 1] / WidthOf(column + 1);
                hash = (hash << 1) | (left < right ? 1UL : 0);
            }
        }

        return hash;
    }

    private static long WidthOf(int column) => (((column + 1) * Size) + Columns - 1) / Columns - (((column * Size) + Columns - 1) / Columns);
}
