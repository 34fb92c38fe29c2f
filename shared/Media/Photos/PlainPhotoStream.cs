using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>
/// A photo or film without what its file tells beside the picture: where and when it was taken, with which camera, by whom, its preview, and videos
/// hidden behind it. The picture's own bytes stay as they are, and so do its colours and how it is turned. Files of other kinds pass
/// unchanged. What comes in is read to its end, and never held whole.
/// </summary>
/// <remarks>
/// JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, PNG: https://www.w3.org/TR/png/,
/// WebP: https://developers.google.com/speed/webp/docs/riff_container. GIF, films and HEIC: see the classes of their names.
/// </remarks>
public sealed class PlainPhotoStream : Stream
{
    private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _pieces;
    private readonly CancellationTokenSource _stop = new();
    private readonly Stream? _owned;
    private readonly long? _length;
    private ReadOnlyMemory<byte> _piece;

    /// <summary>Reads from a file's start.</summary>
    /// <param name="inner">Stays the caller's to close.</param>
    public PlainPhotoStream(Stream inner) => _pieces = PiecesAsync(new PhotoSource(inner), _stop.Token).GetAsyncEnumerator();

    /// <summary>Reads from the start of a file of which it is known how long it is without all that.</summary>
    /// <param name="inner">Closed with this.</param>
    /// <param name="length">In bytes, of the result.</param>
    public PlainPhotoStream(Stream inner, long length)
        : this(inner) => (_owned, _length) = (inner, length);

    /// <summary>True where, as the first bytes that were read say, what goes is overwritten: the file stays as long as it was.</summary>
    internal bool KeepsLength { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _length ?? throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (buffer.Length == 0) return 0;

        // A read of the inner stream that hangs ends with this one; after that nothing more can be read.
        await using var ending = cancellationToken.Register(_stop.Cancel);
        while (_piece.Length == 0)
        {
            if (!await _pieces.MoveNextAsync()) return 0;
            _piece = _pieces.Current;
        }

        var length = Math.Min(buffer.Length, _piece.Length);
        _piece[..length].CopyTo(buffer);
        _piece = _piece[length..];
        return length;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_owned is not null) await _owned.DisposeAsync();
        _stop.Dispose();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _owned?.Dispose();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    // Whatever a file calls itself, its first bytes say what it is.
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(
        PhotoSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        const int Mark = 12;
        await source.EnsureAsync(Mark, cancellationToken);
        KeepsLength = PlainBoxes.Fits(source.Here.Span) || PlainMatroska.Fits(source.Here.Span);
        var pieces = FileTypes.Fits(source.Here.Span, "image/jpeg") ? PlainJpeg.PiecesAsync(source, cancellationToken)
            : FileTypes.Fits(source.Here.Span, "image/png") ? PlainPng.PiecesAsync(source, cancellationToken)
            : FileTypes.Fits(source.Here.Span, "image/webp") ? PlainWebP.PiecesAsync(source, cancellationToken)
            : FileTypes.Fits(source.Here.Span, "image/gif") ? PlainGif.PiecesAsync(source, cancellationToken)
            : PlainMatroska.Fits(source.Here.Span) ? PlainMatroska.PiecesAsync(source, cancellationToken)
            : KeepsLength ? PlainBoxes.PiecesAsync(source, cancellationToken)
            : source.RestAsync(cancellationToken);
        await foreach (var piece in pieces) yield return piece;

        // What stands behind the picture is read, so that whoever counts or hashes the file sees all of it, and is left out.
        await foreach (var _ in source.RestAsync(cancellationToken))
        {
        }
    }
}
