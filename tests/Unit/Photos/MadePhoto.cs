using System.Diagnostics;

namespace WhatsAppBots.Unit.Tests.Photos;

/// <summary>Pictures made for a test by ffmpeg.</summary>
internal static class MadePhoto
{
    /// <summary>One of the files in Fixtures/photos, of kinds that ffmpeg does not write.</summary>
    public static byte[] Sample(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "photos", file));

    /// <param name="source">A source of lavfi, with filters: <c>testsrc=size=800x600,boxblur=20</c>.</param>
    /// <param name="extension"><c>jpg</c>, <c>png</c> or <c>webp</c>.</param>
    public static async Task<byte[]> MakeAsync(string source, string extension, params string[] options)
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

    /// <summary>The same picture again, otherwise encoded.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] photo, string filters, string extension)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.img");
        var converted = file + "." + extension;
        try
        {
            await File.WriteAllBytesAsync(file, photo);
            await RunAsync(["-i", file, "-vf", filters, "-frames:v", "1", converted]);
            return await File.ReadAllBytesAsync(converted);
        }
        finally
        {
            File.Delete(file);
            File.Delete(converted);
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
