using System.Text;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Unit.Tests.Hosting;

/// <summary>Answers of other servers are read up to a limit.</summary>
[Collection("alone")]
public sealed class BoundedContentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(100)]
    public async Task What_fits_is_read(int length)
    {
        using var told = new ByteArrayContent(new byte[length]);
        using var untold = new StreamContent(new Endless(length));
        Assert.Equal(length, (await told.ReadBoundedAsync(100, default)).Length);
        Assert.Equal(length, (await untold.ReadBoundedAsync(100, default)).Length);
    }

    [Fact]
    public async Task An_answer_without_an_end_costs_no_more_than_its_limit()
    {
        var endless = new Endless(long.MaxValue);
        using var content = new StreamContent(endless);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var thrown = await Assert.ThrowsAsync<AnswerTooLargeException>(() => content.ReadBoundedAsync(BoundedContent.JsonLimit, default));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 5 * 1024 * 1024);
        Assert.Equal(BoundedContent.JsonLimit, thrown.Limit);
        Assert.InRange(endless.Taken, 0, BoundedContent.JsonLimit + (128 * 1024));
    }

    [Fact]
    public async Task What_is_announced_as_larger_is_not_read_at_all()
    {
        var endless = new Endless(long.MaxValue);
        using var content = new StreamContent(endless);
        content.Headers.ContentLength = 101;
        await Assert.ThrowsAsync<AnswerTooLargeException>(() => content.ReadBoundedAsync(100, default));
        Assert.Equal(0, endless.Taken);
    }

    [Fact]
    public async Task Texts_are_read_as_utf_8_without_their_mark()
    {
        using var marked = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. "שלום"u8]);
        using var plain = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal("שלום", await marked.ReadBoundedTextAsync(100, default));
        Assert.Equal("{}", await plain.ReadBoundedTextAsync(100, default));
    }

    /// <summary>A stream of zeros that counts what is taken of it.</summary>
    private sealed class Endless(long length) : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Taken;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Take(count);

        private int Take(int count)
        {
            var taken = (int)Math.Min(count, length - Taken);
            Taken += taken;
            return taken;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Take(buffer.Length));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
