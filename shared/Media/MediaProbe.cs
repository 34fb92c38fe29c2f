using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Media;

/// <summary>Tries whether files can be stored: a disk that is full takes an empty file, and one of a few bytes, so neither is proof.</summary>
public sealed class MediaProbe(IMediaStore media, IOptions<MediaOptions> options)
{
    /// <summary>Free bytes below which the store counts as nearly full: a day's files of four busy people.</summary>
    public const long LeastFree = 1L << 30;

    // More than a block, so that the disk itself must find room for it.
    private const int Length = 256 * 1024;

    /// <summary>Writes a file, reads it back and deletes it.</summary>
    /// <exception cref="IOException">It could not be written, or was not read as it was written.</exception>
    public async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        var key = MediaKeys.New("bin");
        var written = RandomNumberGenerator.GetBytes(Length);
        try
        {
            await media.WriteAsync(key, new MemoryStream(written), "application/octet-stream", cancellationToken);
            await using var file = await media.OpenAsync(key, cancellationToken) ?? throw new IOException("A file that was just written is not there.");
            var read = new byte[Length + 1];
            var length = await file.Content.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellationToken);
            return read.AsSpan(0, length).SequenceEqual(written)
                ? "written and read"
                : throw new IOException("A file was not read as it was written.");
        }
        finally
        {
            // Also where the probe ran out of time: it must not fill what it looks after.
            await media.DeleteAsync(key, CancellationToken.None);
        }
    }

    /// <summary>How much room is left, where the store is a folder.</summary>
    /// <exception cref="IOException">Less than <see cref="LeastFree"/>.</exception>
    public string Space()
    {
        if (media is not FolderMediaStore) return "not a folder of this machine";
        var free = new DriveInfo(Path.GetFullPath(options.Value.Folder)).AvailableFreeSpace;
        return free >= LeastFree ? $"{free >> 30} GB free" : throw new IOException($"The disk of the media is nearly full: {free >> 20} MB free.");
    }
}
