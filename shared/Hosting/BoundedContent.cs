using System.Buffers;
using System.Text;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Reading of answers of other servers with a limit: what they send never decides how much memory is used. Ask with
/// <see cref="HttpCompletionOption.ResponseHeadersRead"/>, otherwise <see cref="HttpClient"/> has read the whole answer before.
/// </summary>
public static class BoundedContent
{
    /// <summary>The limit of answers that are JSON or text, in bytes: the largest known ones have some 100 kB.</summary>
    public const int JsonLimit = 1024 * 1024;

    private const int PieceSize = 16 * 1024;

    /// <summary>Reads an answer's body.</summary>
    /// <param name="limit">The most that is read, in bytes.</param>
    /// <exception cref="AnswerTooLargeException">The body is larger. What was read of it is let go.</exception>
    public static async Task<byte[]> ReadBoundedAsync(this HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength is { } length)
        {
            if (length > limit) throw new AnswerTooLargeException(limit);
            if (length <= PieceSize) return await ReadWholeAsync(content, (int)length, cancellationToken);
        }

        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream();
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            while (await body.ReadAsync(piece, cancellationToken) is > 0 and var read)
            {
                if (whole.Length + read > limit) throw new AnswerTooLargeException(limit);
                whole.Write(piece, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        return whole.ToArray();
    }

    // Nearly all answers: their length is announced and small. A client never gives more than was announced.
    private static async Task<byte[]> ReadWholeAsync(HttpContent content, int length, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        var whole = new byte[length];
        var read = await body.ReadAtLeastAsync(whole, length, throwOnEndOfStream: false, cancellationToken);
        return read == length ? whole : whole[..read];
    }

    /// <summary>Reads an answer's body as UTF-8, which is what JSON is sent in; a byte order mark is left out.</summary>
    /// <inheritdoc cref="ReadBoundedAsync"/>
    public static async Task<string> ReadBoundedTextAsync(this HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var body = await content.ReadBoundedAsync(limit, cancellationToken);
        return Encoding.UTF8.GetString(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body.AsSpan(Encoding.UTF8.Preamble.Length) : body);
    }
}

/// <summary>Reads answers with a limit on behalf of a client library that itself would read them whole, whatever their size.</summary>
/// <param name="limit">In bytes.</param>
public sealed class BoundedAnswers(int limit, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    /// <exception cref="AnswerTooLargeException">The answer's body is larger than the limit.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            var content = new ByteArrayContent(await response.Content.ReadBoundedAsync(limit, cancellationToken));
            foreach (var (name, values) in response.Content.Headers) content.Headers.TryAddWithoutValidation(name, values);
            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}

/// <summary>
/// Signals that a server sent more than its answers may have. To callers it is what a broken connection is: the request may
/// have been carried out.
/// </summary>
/// <param name="limit">In bytes.</param>
public sealed class AnswerTooLargeException(int limit) : IOException($"The answer has more than {limit:N0} bytes.")
{
    /// <summary>The limit, in bytes.</summary>
    public int Limit { get; } = limit;
}
