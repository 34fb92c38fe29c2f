using Microsoft.Extensions.Logging;

namespace WhatsAppBots.Media;

/// <summary>
/// Archives that are built whole on disk before they are sent: a caller who reads slowly holds an open file and nothing else, no
/// connection to the database and no turn. An archive asked for again within ten minutes is the same file; several who ask at once wait
/// for one. Files lie in a folder that only this user may read, and what a process that died left there is deleted by the next.
/// </summary>
public sealed partial class ArchiveShelf : IDisposable
{
    private const string Prefix = "whatsappbots-archives-";
    private const int AtOnce = 2;
    private const int MostWaiting = 32;

    // Beyond it there is one archive at a time, however large. A person's files of a year may be a few GB.
    private const long MostBytes = 4L << 30;
    private const long KeptFree = 512L << 20;

    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Archive> _archives = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _slots = new(AtOnce);
    private readonly CancellationTokenSource _ending = new();
    private readonly TimeProvider _time;
    private readonly ILogger<ArchiveShelf> _logger;
    private readonly string _folder;

    /// <summary>Makes the folder below the machine's one for temporary files (TMPDIR), and deletes what others left.</summary>
    public ArchiveShelf(TimeProvider time, ILogger<ArchiveShelf> logger)
    {
        (_time, _logger) = (time, logger);
        _folder = Directory.CreateTempSubdirectory(Prefix).FullName;

        // Files of another process that lives are younger than an hour: each is deleted after ten minutes.
        LeftFolders.Sweep(Prefix, time, except: _folder);
    }

    /// <summary>Opens an archive, which is built first where there is none that is fresh.</summary>
    /// <param name="name">What it is of; asked for by the same name it is the same archive.</param>
    /// <param name="bytes">How large it will be, about.</param>
    /// <param name="writeAsync">Writes it. Ends after five minutes, and not with the caller: others may wait for the same.</param>
    /// <returns>The file from its start; the caller disposes it.</returns>
    /// <exception cref="ArchiveBusyException">Too many are being built, or the disk has no room: later.</exception>
    public async Task<FileStream> OpenAsync(
        string name, long bytes, Func<Stream, CancellationToken, Task> writeAsync, CancellationToken cancellationToken)
    {
        while (true)
        {
            var archive = Find(name, bytes, writeAsync);
            var path = await archive.Built.WaitAsync(cancellationToken);
            try
            {
                return new FileStream(
                    path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0,
                    FileOptions.Asynchronous | FileOptions.SequentialScan);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // It became too old in this very moment, or somebody emptied the folder.
                Forget(name, archive);
            }
        }
    }

    /// <summary>Deletes an archive; who reads it just now reads it to its end.</summary>
    public void Forget(string name)
    {
        Archive? archive;
        lock (_lock) _archives.TryGetValue(name, out archive);
        if (archive is not null) Forget(name, archive);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ending.Cancel();
        Archive[] all;
        lock (_lock) all = [.. _archives.Values];
        foreach (var archive in all) archive.Age?.Dispose();
        LeftFolders.TryDelete(() => Directory.Delete(_folder, recursive: true));
        _ending.Dispose();
    }

    private Archive Find(string name, long bytes, Func<Stream, CancellationToken, Task> writeAsync)
    {
        lock (_lock)
        {
            if (_archives.TryGetValue(name, out var there)) return there;
            if (_archives.Values.Count(archive => !archive.Built.IsCompleted) >= MostWaiting) throw new ArchiveBusyException();
            var others = _archives.Values.Sum(archive => archive.Bytes);
            if (others > 0 && others + bytes > MostBytes) throw new ArchiveBusyException();
            var made = new Archive(Path.Combine(_folder, MediaKeys.New("zip")), bytes);
            made.Built = Task.Run(() => BuildAsync(name, made, writeAsync));
            _archives.Add(name, made);
            return made;
        }
    }

    private async Task<string> BuildAsync(string name, Archive archive, Func<Stream, CancellationToken, Task> writeAsync)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        limit.CancelAfter(_longest);
        try
        {
            await _slots.WaitAsync(limit.Token);
            try
            {
                CreateFolder();
                if (new DriveInfo(_folder).AvailableFreeSpace < archive.Bytes + KeptFree) throw new ArchiveBusyException();
                await using var file = new FileStream(
                    archive.File, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
                await writeAsync(file, limit.Token);
            }
            finally
            {
                _slots.Release();
            }

            archive.Age = _time.CreateTimer(_ => Forget(name, archive), null, _fresh, Timeout.InfiniteTimeSpan);
            return archive.File;
        }
        catch (Exception e)
        {
            if (e is not ArchiveBusyException) Log.Failed(_logger, e);
            Forget(name, archive);
            if (e is OperationCanceledException) throw new ArchiveBusyException();
            throw;
        }
    }

    private void Forget(string name, Archive archive)
    {
        lock (_lock)
        {
            if (_archives.TryGetValue(name, out var there) && there == archive) _archives.Remove(name);
        }

        archive.Age?.Dispose();
        LeftFolders.TryDelete(() => File.Delete(archive.File));
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private sealed class Archive(string file, long bytes)
    {
        public string File { get; } = file;

        public long Bytes { get; } = bytes;

        public Task<string> Built { get; set; } = null!;

        public ITimer? Age { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An archive could not be built")]
        public static partial void Failed(ILogger logger, Exception e);
    }
}

/// <summary>Signals that an archive cannot be built now: too many are being built, it took too long, or the disk is full.</summary>
public sealed class ArchiveBusyException() : Exception("No archive can be built now.");
