using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;

namespace WhatsAppBots.Unit.Tests.Photos;

/// <summary>Pictures made for a test by ffmpeg.</summary>
internal static class MadePhoto
{
    // A program that starts costs more than most pictures: one that many tests ask for is made once.
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _made = new();

    /// <summary>One of the files in Fixtures/photos, of kinds that ffmpeg does not write.</summary>
    public static byte[] Sample(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "photos", file));

    /// <param name="source">A source of lavfi, with filters: <c>testsrc=size=800x600,boxblur=20</c>.</param>
    /// <param name="extension"><c>jpg</c>, <c>png</c> or <c>webp</c>.</param>
    /// <returns>A copy of the caller's own.</returns>
    public static async Task<byte[]> MakeAsync(string source, string extension, params string[] options)
    {
        var key = string.Join('\n', [source, extension, .. options]);
        var made = _made.GetOrAdd(key, _ => new(() => RenderAsync(source, extension, options)));
        return [.. await made.Value];
    }

    /// <summary>A PNG of one colour, eight bits a channel. For a large one ffmpeg takes seconds.</summary>
    public static byte[] Plain(int width, int height, byte red, byte green, byte blue)
    {
        var row = new byte[1 + (3 * width)];
        for (var at = 1; at < row.Length; at += 3) (row[at], row[at + 1], row[at + 2]) = (red, green, blue);
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++) zlib.Write(row);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, pixels.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>The same picture again, otherwise encoded.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] photo, string filters, string extension) =>
        (await ConvertAsync(photo, [filters], extension))[0];

    /// <summary>The same picture several times, each with filters of its own.</summary>
    public static async Task<IReadOnlyList<byte[]>> ConvertAsync(byte[] photo, IReadOnlyList<string> filters, string extension)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.img");
        var converted = filters.Select((_, n) => $"{file}.{n}.{extension}").ToList();
        try
        {
            await File.WriteAllBytesAsync(file, photo);
            await RunAsync(["-i", file, .. filters.SelectMany((each, n) => (string[])["-vf", each, "-frames:v", "1", converted[n]])]);
            return await Task.WhenAll(converted.Select(each => File.ReadAllBytesAsync(each)));
        }
        finally
        {
            File.Delete(file);
            foreach (var each in converted) File.Delete(each);
        }
    }

    private static byte[] Chunk(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        kind.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), PngCrc.Of(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    private static async Task<byte[]> RenderAsync(string source, string extension, string[] options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{extension}");
        try
        {
            await RunAsync(["-f", "lavfi", "-i", source, "-frames:v", "1", .. options, file]);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task RunAsync(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, error);
    }
}
