using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Hosting;

/// <summary>Body of a request, or the response to a request that is refused.</summary>
/// <param name="Value">As sent; empty where it is turned down.</param>
/// <param name="Refusal">400, 408, 413 or 503; null: the body is here.</param>
public readonly record struct BodyReading(ReadOnlyMemory<byte> Value, IResult? Refusal);

/// <summary>
/// Reads the raw bodies of requests whose sender is not known yet: each with a size limit and a time limit, and all of a process within a
/// memory budget. Memory is used for bytes that have arrived, never for a length that is announced.
/// </summary>
public static class BoundedBody
{
    /// <summary>Budget of all bodies that are being read or handled, in bytes: five of the largest.</summary>
    public const int Budget = 16 * 1024 * 1024;

    /// <summary>
    /// Bytes of each body that the budget does not count. Nearly all webhooks are smaller: many large bodies that come slowly never cause
    /// them to be refused.
    /// </summary>
    public const int Free = 16 * 1024;

    private const int PieceSize = 16 * 1024;

    // A provider sends 3 MB in a second.
    private static readonly TimeSpan _within = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _later = TimeSpan.FromSeconds(5);

    // Pieces are kept for the next bodies, as many as the budget has, where they are not moved: many large bodies, again and again, take
    // the same memory.
    private static readonly ConcurrentBag<byte[]> _kept = [];
    private static int _keptCount;
    private static int _left = Budget;

    /// <summary>Reads a body.</summary>
    /// <param name="limit">The most it may have, in bytes; a larger one is answered by 413.</param>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static async Task<BodyReading> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) return Refused(StatusCodes.Status413PayloadTooLarge);
        var reader = request.BodyReader;
        try
        {
            return TryReadAtOnce(reader, limit) is { } whole
                ? new BodyReading(whole, null)
                : await ReadPiecesAsync(request.HttpContext.Response, reader, limit, cancellationToken);
        }
        catch (BadHttpRequestException e)
        {
            return Refused(e.StatusCode);
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            // The request is no valid HTTP: the size of a chunk is no number, for example.
            return Refused(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<BodyReading> ReadPiecesAsync(
        HttpResponse response, PipeReader reader, int limit, CancellationToken cancellationToken)
    {
        var pieces = new Pieces();

        // CancelPendingRead leaves the reader usable, so that the server can go on with the connection; a read that is cancelled by its
        // token doesn't.
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(_within);
        await using var _ = time.Token.Register(reader.CancelPendingRead);
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(CancellationToken.None);
                var isTaken = pieces.TryAdd(read.Buffer, limit);
                reader.AdvanceTo(read.Buffer.End);
                if (isTaken is { } fault) return fault;
                if (read.IsCompleted) return new BodyReading(pieces.Whole(response), null);
                if (!read.IsCanceled) continue;
                cancellationToken.ThrowIfCancellationRequested();
                return Refused(StatusCodes.Status408RequestTimeout);
            }
        }
        finally
        {
            pieces.Release();
        }
    }

    // Most webhooks are small and arrive with their headers: they need neither a time limit nor a budget.
    private static byte[]? TryReadAtOnce(PipeReader reader, int limit)
    {
        if (!reader.TryRead(out var read)) return null;
        if (read is { IsCompleted: true, IsCanceled: false } && read.Buffer.Length <= Math.Min(limit, Free))
        {
            var whole = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            return whole;
        }

        // Nothing is consumed: ReadPiecesAsync reads it again.
        reader.AdvanceTo(read.Buffer.Start);
        return null;
    }

    private static BodyReading Refused(int status) => new(default, Results.StatusCode(status));

    private static bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _left, -bytes) >= 0) return true;
        Interlocked.Add(ref _left, bytes);
        return false;
    }

    /// <summary>Bytes of one body that have arrived, in pieces from a pool.</summary>
    private sealed class Pieces
    {
        private readonly List<byte[]> _pieces = [];
        private int _length;
        private int _room;
        private int _counted;

        /// <summary>Adds bytes to the body.</summary>
        /// <returns>The refusal where there is no room for them; null otherwise.</returns>
        public BodyReading? TryAdd(ReadOnlySequence<byte> bytes, int limit)
        {
            if (_length + bytes.Length > limit) return Refused(StatusCodes.Status413PayloadTooLarge);
            foreach (var segment in bytes)
            {
                var rest = segment.Span;
                while (rest.Length > 0)
                {
                    if (_room == 0 && !TryGrow()) return new BodyReading(default, new LaterResult(_later));
                    var taken = Math.Min(_room, rest.Length);
                    rest[..taken].CopyTo(_pieces[^1].AsSpan(PieceSize - _room));
                    rest = rest[taken..];
                    _room -= taken;
                    _length += taken;
                }
            }

            return null;
        }

        /// <summary>The body in one; the budget has it until it is answered.</summary>
        public byte[] Whole(HttpResponse response)
        {
            if (_counted > 0)
            {
                response.RegisterForDispose(new Share(_counted));
                _counted = 0;
            }

            var whole = GC.AllocateUninitializedArray<byte>(_length);
            foreach (var (index, piece) in _pieces.Index())
            {
                var at = index * PieceSize;
                piece.AsSpan(0, Math.Min(PieceSize, _length - at)).CopyTo(whole.AsSpan(at));
            }

            return whole;
        }

        public void Release()
        {
            foreach (var piece in _pieces) Keep(piece);
            _pieces.Clear();
            Interlocked.Add(ref _left, _counted);
            _counted = 0;
        }

        private bool TryGrow()
        {
            if (_pieces.Count * PieceSize >= Free)
            {
                if (!TryTake(PieceSize)) return false;
                _counted += PieceSize;
            }

            _pieces.Add(Take());
            _room = PieceSize;
            return true;
        }

        private static byte[] Take()
        {
            if (!_kept.TryTake(out var piece)) return GC.AllocateUninitializedArray<byte>(PieceSize, pinned: true);
            Interlocked.Decrement(ref _keptCount);
            return piece;
        }

        private static void Keep(byte[] piece)
        {
            if (Interlocked.Increment(ref _keptCount) <= Budget / PieceSize) _kept.Add(piece);
            else Interlocked.Decrement(ref _keptCount);
        }
    }

    /// <summary>Share of the budget that one body has.</summary>
    private sealed class Share(int bytes) : IDisposable
    {
        public void Dispose() => Interlocked.Add(ref _left, bytes);
    }
}
