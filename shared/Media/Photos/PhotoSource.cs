using System.Runtime.CompilerServices;

namespace WhatsAppBots.Media.Photos;

/// <summary>A file that is read forward, with a view of what comes next.</summary>
internal sealed class PhotoSource(Stream inner)
{
    /// <summary>The most that can be looked at ahead, in bytes: more than a JPEG's longest segment.</summary>
    public const int Most = 128 * 1024;

    private readonly byte[] _buffer = new byte[Most];
    private int _start;
    private int _end;

    /// <summary>What was read and not taken yet.</summary>
    public ReadOnlyMemory<byte> Here => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Reads on until at least so much is here; false where the file ends before.</summary>
    public async ValueTask<bool> EnsureAsync(int length, CancellationToken cancellationToken)
    {
        while (_end - _start < length)
        {
            if (_start > 0 && _start + length > Most)
            {
                Here.CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }

            var read = await inner.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0) return false;
            _end += read;
        }

        return true;
    }

    /// <summary>Takes some of what is here; it is good until the next read.</summary>
    public ReadOnlyMemory<byte> Take(int length)
    {
        var taken = Here[..length];
        _start += length;
        if (_start == _end) _start = _end = 0;
        return taken;
    }

    /// <summary>Passes so many bytes, or all there are.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> PassAsync(long length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (length > 0 && await EnsureAsync(1, cancellationToken))
        {
            var piece = Take((int)Math.Min(length, Here.Length));
            length -= piece.Length;
            yield return piece;
        }
    }

    /// <summary>Leaves so many bytes out, or all there are.</summary>
    /// <returns>How many.</returns>
    public async ValueTask<long> SkipAsync(long length, CancellationToken cancellationToken)
    {
        long skipped = 0;
        await foreach (var piece in PassAsync(length, cancellationToken)) skipped += piece.Length;
        return skipped;
    }

    /// <summary>Passes the rest.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> RestAsync(CancellationToken cancellationToken) => PassAsync(long.MaxValue, cancellationToken);
}
