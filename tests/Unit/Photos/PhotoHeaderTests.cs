using WhatsAppBots.Images.Photos;

namespace WhatsAppBots.Unit.Tests.Photos;

public sealed class PhotoHeaderTests
{
    [Theory]
    [InlineData("png", "rgb24", "image/png", 0)]
    [InlineData("png", "rgba64be", "image/png", 0)]
    [InlineData("jpg", "yuvj420p", "image/jpeg", 0)]
    [InlineData("jpg", "yuvj444p", "image/jpeg", 0)]
    [InlineData("webp", "yuv420p", "image/webp", 0)]
    [InlineData("webp", "bgra", "image/webp", 4)]
    public async Task Header_OfARealFile_IsItsTypeAndSize(string extension, string pixels, string type, double bytes)
    {
        var options = pixels == "bgra" ? new[] { "-lossless", "1" } : [];
        var photo = await MadePhoto.MakeAsync("testsrc=size=731x517", extension, ["-pix_fmt", pixels, .. options]);

        Assert.Equal(new PhotoHeader(type, 731, 517, bytes), PhotoHeader.Read(photo));
    }

    [Fact]
    public void Header_OfAJpegWithAPreviewAndEmptyFill_IsThatOfTheFrame()
    {
        byte[] jpeg =
        [
            0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x06, 1, 2, 3, 4, 0xFF, 0xFF, 0xC4, 0x00, 0x04, 0, 0,
            0xFF, 0xC2, 0x00, 0x11, 8, 0x0B, 0xB8, 0x0F, 0xA0, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0,
        ];

        // All coefficients of a progressive one are held, of two bytes each.
        Assert.Equal(new PhotoHeader("image/jpeg", 4000, 3000, 3), PhotoHeader.Read(jpeg));
    }

    // A camera's edits, depth map or panorama stand before the size.
    [Fact]
    public void Header_BehindMegabytesOfOtherThings_IsRead()
    {
        byte[] extended = [0xFF, 0xE1, 0xFF, 0xFF, .. "http://ns.adobe.com/xmp/extension/\0"u8, .. new byte[65_498]];
        byte[] frame = [0xFF, 0xC0, 0x00, 0x11, 8, 0x0B, 0xB8, 0x0F, 0xA0, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0];

        Assert.Equal(new PhotoHeader("image/jpeg", 4000, 3000, 0), PhotoHeader.Read([0xFF, 0xD8, .. Enumerable.Repeat(extended, 40).SelectMany(part => part), .. frame]));
    }

    [Theory]
    [InlineData("progressive.jpg", 640, 560, 3)]
    [InlineData("cmyk.jpg", 640, 560, 0)]
    [InlineData("interlaced.png", 640, 560, 1)]
    [InlineData("animated.webp", 560, 520, 4)]
    public void Header_TellsWhatADecoderHolds(string file, int width, int height, double held)
    {
        var header = PhotoHeader.Read(MadePhoto.Sample(file))!.Value;

        Assert.Equal((width, height, held), (header.Width, header.Height, header.HeldBytes));
    }

    [Fact]
    public async Task Header_OfAnyBeginningOfAFile_IsFoundOrNotButNeverThrows()
    {
        foreach (var extension in new[] { "png", "jpg", "webp" })
        {
            var photo = await MadePhoto.MakeAsync("testsrc=size=64x64", extension);
            for (var length = 0; length < Math.Min(photo.Length, 900); length++) _ = PhotoHeader.Read(photo.AsSpan(0, length));
            var random = new Random(7);
            for (var n = 0; n < 5_000; n++)
            {
                var spoilt = photo.ToArray();
                for (var k = random.Next(1, 6); k > 0; k--) spoilt[random.Next(Math.Min(spoilt.Length, 300))] = (byte)random.Next(256);
                if (PhotoHeader.Read(spoilt) is { } header) Assert.True(header is { Width: > 0, Height: > 0 });
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello, I am a photo")]
    [InlineData("%PDF-1.7")]
    [InlineData("GIF89a")]
    public void Header_OfSomethingElse_IsNone(string content) => Assert.Null(PhotoHeader.Read(System.Text.Encoding.ASCII.GetBytes(content)));
}
