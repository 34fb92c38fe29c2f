using Microsoft.Extensions.Options;

namespace WhatsAppBots.Media;

/// <summary>
/// Files in a folder, spread over subfolders. A file appears whole, by renaming, and its type lies beside it. Several
/// processes may share the folder.
/// </summary>
internal sealed class FolderMediaStore : IMediaStore
{
    private const string TypeSuffix = ".type.txt";
    private const string UnknownType = "application/octet-stream";
    private const int BufferSize = 64 * 1024;

    // A temporary file this old is of a process that died: nothing takes so long to write.
    private static readonly TimeSpan _abandoned = TimeSpan.FromDays(1);

    private readonly string _root;
    private readonly string _unfinished;

    public FolderMediaStore(IOptions<MediaOptions> options, TimeProvider time)
    {
        _root = Path.GetFullPath(options.Value.Folder);
        _unfinished = Path.Combine(_root, ".unfinished");
        Directory.CreateDirectory(_unfinished);
        foreach (var file in new DirectoryInfo(_unfinished).EnumerateFiles())
            if (time.GetUtcNow() - file.LastWriteTimeUtc > _abandoned) TryDelete(file.FullName);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(string key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        var temporary = Path.Combine(_unfinished, MediaKeys.New("tmp"));
        try
        {
            await using (var file = new FileStream(
                temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(file, BufferSize, cancellationToken);
                await file.FlushAsync(cancellationToken);

                // What is told as stored must outlive a power cut.
                file.Flush(flushToDisk: true);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WriteTypeAsync(path, contentType, cancellationToken);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            if (!File.Exists(path)) TryDelete(path + TypeSuffix);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<MediaFile?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        try
        {
            var type = await ReadTypeAsync(path, cancellationToken);
            var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
            return new MediaFile(file, type, file.Length);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(key);
        var existed = File.Exists(path);
        if (existed) File.Delete(path);
        TryDelete(path + TypeSuffix);
        return Task.FromResult(existed);
    }

    private async Task WriteTypeAsync(string path, string contentType, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(_unfinished, MediaKeys.New("tmp"));
        await File.WriteAllTextAsync(temporary, contentType, cancellationToken);
        File.Move(temporary, path + TypeSuffix, overwrite: true);
    }

    private static async Task<string> ReadTypeAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path + TypeSuffix, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return UnknownType;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process was faster or has it open; what is left is swept when the store is next opened.
        }
    }

    private string PathOf(string key) => MediaKeys.IsValid(key)
        ? Path.Combine(_root, key[..2], key[2..4], key)
        : throw new ArgumentException("This is no key of the media store.", nameof(key));
}
