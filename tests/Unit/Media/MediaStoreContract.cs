using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Media;

namespace WhatsAppBots.Testing;

/// <summary>What a media store has to keep, wherever its files are.</summary>
public abstract class MediaStoreContract
{
    private const int Large = 20_000_000;

    /// <summary>The store under test.</summary>
    protected abstract IMediaStore Store { get; }

    [Fact]
    public async Task Write_ThenOpen_GivesContentTypeAndLength()
    {
        var key = MediaKeys.New("ogg");
        await WriteAsync(key, "hello", "audio/ogg; codecs=opus");
        Assert.Equal(("audio/ogg; codecs=opus", 5L, "hello"), await ReadAsync(key));
    }

    [Fact]
    public async Task Write_Nothing_IsAnEmptyFile()
    {
        var key = MediaKeys.New("txt");
        await WriteAsync(key, "", "text/plain");
        Assert.Equal(("text/plain", 0L, ""), await ReadAsync(key));
    }

    [Fact]
    public async Task Write_Again_Replaces()
    {
        var key = MediaKeys.New("txt");
        await WriteAsync(key, "first", "text/plain");
        await WriteAsync(key, "second!", "text/csv");
        Assert.Equal(("text/csv", 7L, "second!"), await ReadAsync(key));
    }

    [Fact]
    public async Task Write_LargeContentOfUnknownLength_IsKeptWhole()
    {
        var (key, content) = (MediaKeys.New("mp4"), RandomNumberGenerator.GetBytes(Large));
        await Store.WriteAsync(key, new OnceStream(content, content.Length), "video/mp4", CancellationToken.None);
        await using var file = await Store.OpenAsync(key, CancellationToken.None);
        Assert.Equal(Large, file!.Length);
        Assert.Equal(SHA256.HashData(content), await SHA256.HashDataAsync(file.Content));
    }

    [Fact]
    public async Task Write_ContentThrows_LeavesNothing()
    {
        var key = MediaKeys.New("jpg");
        await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(key, new OnceStream(new byte[1000], 100), "image/jpeg", CancellationToken.None));
        Assert.Null(await Store.OpenAsync(key, CancellationToken.None));
    }

    [Fact]
    public async Task Write_ContentThrowsOverAnOldFile_KeepsTheOldOne()
    {
        var key = MediaKeys.New("jpg");
        await WriteAsync(key, "old", "image/png");
        await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(key, new OnceStream(new byte[1000], 100), "image/jpeg", CancellationToken.None));
        Assert.Equal(("image/png", 3L, "old"), await ReadAsync(key));
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNothing()
    {
        var key = MediaKeys.New("jpg");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteAsync(key, new MemoryStream(new byte[1000]), "image/jpeg", new CancellationToken(canceled: true)));
        Assert.Null(await Store.OpenAsync(key, CancellationToken.None));
    }

    [Fact]
    public async Task Open_FileThatIsNotThere_IsNull() => Assert.Null(await Store.OpenAsync(MediaKeys.New("jpg"), CancellationToken.None));

    [Fact]
    public async Task Open_FileReplacedWhileItIsRead_GivesTheOldOneWhole()
    {
        var (key, content) = (MediaKeys.New("mp4"), RandomNumberGenerator.GetBytes(Large));
        await Store.WriteAsync(key, new MemoryStream(content), "video/mp4", CancellationToken.None);
        await using var file = await Store.OpenAsync(key, CancellationToken.None);
        var read = new MemoryStream();
        var buffer = new byte[1000];
        await read.WriteAsync(buffer.AsMemory(0, await file!.Content.ReadAsync(buffer)));
        await WriteAsync(key, "new", "text/plain");
        await file.Content.CopyToAsync(read);
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(read.ToArray()));
        Assert.Equal(("text/plain", 3L, "new"), await ReadAsync(key));
    }

    [Fact]
    public async Task Open_FileDeletedWhileItIsRead_IsReadToItsEnd()
    {
        var (key, content) = (MediaKeys.New("mp4"), RandomNumberGenerator.GetBytes(Large));
        await Store.WriteAsync(key, new MemoryStream(content), "video/mp4", CancellationToken.None);
        await using var file = await Store.OpenAsync(key, CancellationToken.None);
        Assert.Equal(1, await file!.Content.ReadAsync(new byte[1].AsMemory()));
        Assert.True(await Store.DeleteAsync(key, CancellationToken.None));
        var rest = new MemoryStream();
        await file.Content.CopyToAsync(rest);
        Assert.Equal(Large - 1, rest.Length);
    }

    [Fact]
    public async Task Delete_File_IsGone()
    {
        var key = MediaKeys.New("jpg");
        await WriteAsync(key, "x", "image/jpeg");
        Assert.True(await Store.DeleteAsync(key, CancellationToken.None));
        Assert.False(await Store.DeleteAsync(key, CancellationToken.None));
        Assert.Null(await Store.OpenAsync(key, CancellationToken.None));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("abcd/efgh")]
    [InlineData("abcd\\efgh")]
    [InlineData("abcdef.jpg.exe")]
    [InlineData("abcdef\n")]
    [InlineData("ABCDEF")]
    [InlineData("abc")]
    [InlineData("")]
    public async Task AnyUse_KeyThatIsNone_Throws(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(key, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(key, Stream.Null, "x/y", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(key, CancellationToken.None));
    }

    /// <summary>Writes a text.</summary>
    protected Task WriteAsync(string key, string text, string type) =>
        Store.WriteAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(text)), type, CancellationToken.None);

    private async Task<(string Type, long Length, string Text)> ReadAsync(string key)
    {
        await using var file = await Store.OpenAsync(key, CancellationToken.None);
        using var reader = new StreamReader(file!.Content);
        return (file.ContentType, file.Length, await reader.ReadToEndAsync());
    }

    /// <summary>A stream that can be read once, from its start, as a download; it breaks off after so many bytes.</summary>
    private sealed class OnceStream(byte[] content, int breaksAfter) : Stream
    {
        private int _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_read == content.Length) return 0;
            if (_read >= breaksAfter) throw new IOException("The download broke off.");
            var length = Math.Min(Math.Min(count, 50_000), breaksAfter - _read);
            content.AsSpan(_read, length).CopyTo(buffer.AsSpan(offset));
            _read += length;
            return length;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
