using System.Security.Cryptography;

namespace WhatsAppBots.Media;

/// <summary>A file is not what was declared, or is too large.</summary>
public sealed class RejectedFileException(string reason) : Exception(reason);

/// <summary>
/// A file on its way to the store: counts, hashes and looks at it while it passes. What is wrong throws inside the store's
/// own write, the last of it at the end, so that the store never keeps a bad file.
/// </summary>
/// <param name="inner">The file as it comes; a failure to read it becomes a <see cref="HttpRequestException"/>.</param>
/// <param name="most">Bytes at most.</param>
/// <param name="mimeType">What it was declared to be.</param>
/// <param name="hashes">SHA-256 it must have, where they are told.</param>
public sealed class CheckedStream(Stream inner, long most, string mimeType, IReadOnlyList<byte[]?> hashes) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head = new byte[FileTypes.HeadLength];
    private int _headLength;
    private long _length;
    private bool _ended;

    /// <summary>Lower-case hex, once the end was read.</summary>
    public string Sha256 { get; private set; } = "";

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>Bytes read so far.</summary>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0) return 0;
        try
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Pass(buffer.Span[..read]);
            return read;
        }
        catch (IOException e)
        {
            // Told apart from the store's own failures.
            throw new HttpRequestException("The file broke off.", e);
        }
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
    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            End();
            return;
        }

        _length += bytes.Length;
        if (_length > most) throw new RejectedFileException($"more than {most} bytes");
        _hash.AppendData(bytes);
        var headed = Math.Min(bytes.Length, _head.Length - _headLength);
        bytes[..headed].CopyTo(_head.AsSpan(_headLength));
        _headLength += headed;

        // A false file is refused as soon as its beginning is known.
        if (headed > 0 && _headLength == _head.Length) CheckType();
    }

    private void End()
    {
        if (_ended) return;
        _ended = true;
        if (_length == 0) throw new RejectedFileException("empty");
        CheckType();
        var actual = _hash.GetHashAndReset();
        if (hashes.Any(expected => expected is not null && !expected.AsSpan().SequenceEqual(actual)))
            throw new RejectedFileException("its SHA-256 is another than declared");
        Sha256 = Convert.ToHexStringLower(actual);
    }

    private void CheckType()
    {
        if (!FileTypes.Fits(_head.AsSpan(0, _headLength), mimeType)) throw new RejectedFileException($"it is no {mimeType}");
    }
}
