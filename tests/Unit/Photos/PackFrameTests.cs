using SkiaSharp;
using WhatsAppBots.Images.Packs;

namespace WhatsAppBots.Unit.Tests.Photos;

public sealed class PackFrameTests
{
    [Theory]
    [InlineData("640x480", 768 - 200, 355, 768)]
    [InlineData("480x1400", 10, 355, 10)]
    public async Task Picture_stands_whole_in_the_middle_of_the_frame(string size, int inside, int x, int y)
    {
        using var frame = SKBitmap.Decode(PackFrame.Of(await MadePhoto.MakeAsync($"color=c=white:size={size}", "png")));

        Assert.Equal((PackFrame.Width, PackFrame.Height), (frame.Width, frame.Height));
        Assert.InRange(frame.GetPixel(x, y).Green, 240, 255);
        Assert.InRange(frame.GetPixel(x, inside).Green, 240, 255);
        Assert.InRange(frame.GetPixel(size == "640x480" ? 355 : 4, size == "640x480" ? 20 : 768).Green, 0, 12);
    }

    [Fact]
    public async Task Picture_that_shows_nothing_is_left_out()
    {
        Assert.Null(PackFrame.Of(await MadePhoto.MakeAsync("color=c=black:size=640x480", "jpg")));
        Assert.Null(PackFrame.Of("no picture"u8.ToArray()));
        Assert.Null(PackFrame.Of((await MadePhoto.MakeAsync("testsrc2=size=640x480", "jpg"))[..5_000]));
        Assert.Null(PackFrame.Of(MadePhoto.Plain(6_000, 4_000, 255, 255, 255)));
    }
}
