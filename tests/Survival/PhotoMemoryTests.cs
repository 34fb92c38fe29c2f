using System.Buffers.Binary;
using System.IO.Compression;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class PhotoMemoryTests(ITestOutputHelper output)
{
    private const int Largest = 16 << 20;
    private const int MostMegabytes = 260;

    [Fact]
    public async Task Photos_OfSixteenMegabytesOfAnything_CostTheHostLittleMemory()
    {
        await using var shop = await Shop.StartAsync(output);
        var customers = shop.Customers(Trial.IsLong ? 4 : 2, "77");
        foreach (var customer in customers)
        {
            await customer.AgreeAsync();
            await customer.AgreedAsync();

            // The decoder was at work before, and its code is loaded.
            await customer.PhotoAsync(Shop.NextPhoto());
        }

        await LookedAtAsync(shop, customers.Count);
        await using var memory = MemoryWatch.Start(shop.Host);
        var photos = Photos().ToList();
        await Task.WhenAll(customers.SelectMany(customer => photos.Select(async photo =>
        {
            // As a document: WhatsApp takes larger files so.
            var file = await Customer.UploadAsync(shop.Url, photo.Content, photo.Type);
            await customer.DoAsync("document", new() { ["id"] = file, ["filename"] = "photo" });
        })));
        await LookedAtAsync(shop, customers.Count * (1 + photos.Count));
        shop.Report($"{customers.Count} × {photos.Count} large photos at once: {memory.Above:0} MB above the {memory.Rest:0} MB at rest.");
        Assert.InRange(memory.Above, 0, MostMegabytes);
        Assert.Equal(0, await shop.CountAsync("events.dead_letters"));
    }

    private static Task LookedAtAsync(Shop shop, int photos) => shop.UntilAsync(
        async () => await shop.CountAsync("chat.media") == photos && await shop.CountAsync("events.queue") + await shop.CountAsync("chat.inbox") == 0,
        $"{photos} photos are looked at", 240);

    private static IEnumerable<(string Type, byte[] Content)> Photos()
    {
        var noise = new byte[Largest - 1024];
        new Random(1).NextBytes(noise);
        var small = SamplePhotos.Png(1);
        yield return ("image/png", WithChunk(small, "zTXt"u8, Bomb(1_000)));
        yield return ("image/png", WithChunk(small, "tEXt"u8, noise[..^small.Length]));
        yield return ("image/png", SamplePhotos.Png(2, width: 8_000, height: 6_000));
        yield return ("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. noise]);
        yield return ("image/jpeg", Claiming(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "photos", "progressive.jpg")), 10_000, 10_000));
        yield return ("image/jpeg", Claiming(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "photos", "progressive.jpg")), 7_100, 7_000));
        yield return ("image/jpeg", WithExif(SamplePhotos.Jpeg(small), noise));
        yield return ("image/webp", [.. "RIFF"u8, .. Little(noise.Length + 12), .. "WEBPVP8L"u8, .. Little(noise.Length), 0x2F, .. noise.AsSpan(1)]);
        yield return ("image/webp", [.. "RIFF"u8, .. Little(noise.Length + 12), .. "WEBPEXIF"u8, .. Little(noise.Length), .. noise]);
        yield return ("image/jpeg", noise);
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Claiming(byte[] jpeg, ushort width, ushort height)
    {
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return jpeg;
    }

    // As many segments as it takes.
    private static byte[] WithExif(byte[] jpeg, byte[] noise)
    {
        const int Segment = 65_000;
        using var file = new MemoryStream();
        file.Write(jpeg, 0, 2);
        for (var at = 0; at + Segment < noise.Length - jpeg.Length; at += Segment)
        {
            file.Write([0xFF, 0xE1, (byte)((Segment + 8) >> 8), unchecked((byte)(Segment + 8)), .. "Exif\0\0"u8]);
            file.Write(noise, at, Segment);
        }

        file.Write(jpeg, 2, jpeg.Length - 2);
        return file.ToArray();
    }

    private static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        packed.Write("a\0\0"u8);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var n = 0; n < megabytes; n++) zlib.Write(zeros);
        }

        return packed.ToArray();
    }

    private static byte[] WithChunk(byte[] png, ReadOnlySpan<byte> kind, byte[] content)
    {
        const int BehindHeader = 33;
        using var file = new MemoryStream();
        file.Write(png, 0, BehindHeader);
        SamplePhotos.Chunk(file, kind, content);
        file.Write(png, BehindHeader, png.Length - BehindHeader);
        return file.ToArray();
    }
}
