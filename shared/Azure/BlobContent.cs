using Azure;

namespace WhatsAppBots.Azure;

/// <summary>
/// A file as it is downloaded, from its start to its end. A download that broke and cannot go on, as of a file that is no longer what it was,
/// is an <see cref="IOException"/>, as any transfer that breaks.
/// </summary>
internal sealed class BlobContent(Stream download, long length) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return download.Read(buffer, offset, count);
        }
        catch (RequestFailedException e)
        {
            throw Broken(e);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await download.ReadAsync(buffer, cancellationToken);
        }
        catch (RequestFailedException e)
        {
            throw Broken(e);
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await download.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) download.Dispose();
        base.Dispose(disposing);
    }

    private static IOException Broken(RequestFailedException e) => new($"The download broke off: {e.ErrorCode}", e);
}
