namespace WhatsAppBots.Unit.Tests.WhatsApp.Files;

/// <summary>Zeroes without end.</summary>
internal sealed class EndlessStream : ReadOnlyStream
{
    public long BytesRead { get; private set; }

    protected override int ReadSome(Span<byte> buffer)
    {
        buffer.Clear();
        BytesRead += buffer.Length;
        return buffer.Length;
    }
}

/// <summary>A JPEG's beginning, then a broken connection.</summary>
internal sealed class BrokenStream : ReadOnlyStream
{
    private bool _begun;

    protected override int ReadSome(Span<byte> buffer)
    {
        if (_begun) throw new IOException("reset");
        _begun = true;
        ((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(buffer);
        return 4;
    }
}

internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadSome(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReadSome(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract int ReadSome(Span<byte> buffer);
}
