namespace WhatsAppBots.Media;

/// <summary>Folders for temporary files that a process left which was killed: the next one deletes them.</summary>
public static class LeftFolders
{
    private static readonly TimeSpan _abandoned = TimeSpan.FromHours(1);

    /// <summary>Deletes files that nobody has written to for an hour, and folders that are empty then.</summary>
    /// <param name="prefix">What the folders' names begin with, below the machine's folder for temporary files (TMPDIR).</param>
    /// <param name="files">Which files are ours, as a pattern.</param>
    /// <param name="except">A folder in use.</param>
    public static void Sweep(string prefix, TimeProvider time, string files = "*", string? except = null)
    {
        var before = time.GetUtcNow().UtcDateTime - _abandoned;
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), prefix + "*").Where(folder => folder != except))
        {
            TryDelete(() =>
            {
                // A folder's own time is that of its last change: emptied just now, it is no sign of life.
                var isOld = Directory.GetLastWriteTimeUtc(folder) < before;
                foreach (var file in new DirectoryInfo(folder).EnumerateFiles(files).Where(file => file.LastWriteTimeUtc < before)) file.Delete();
                if (isOld && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder, recursive: false);
            });
        }
    }

    /// <summary>Deletes, where it can.</summary>
    internal static void TryDelete(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or it is another user's; what is left of ours is swept when the next process starts.
        }
    }
}
