using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Admin;

/// <summary>A page of a list. <c>next</c> is an opaque token for <c>?page=</c>; null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page is asked for.</summary>
/// <param name="After">The id the page before ended with; null for the first.</param>
/// <param name="Size">Rows a page, 1 to 200.</param>
public sealed record PageRequest(long? After, int Size)
{
    private const int DefaultSize = 50;
    private const int MaxSize = 200;

    /// <summary>Reads <c>?page=</c> and <c>?size=</c>; the second item says what is wrong with them.</summary>
    public static (PageRequest? Page, IResult? Fault) Read(HttpRequest request)
    {
        long? after = null;
        var size = DefaultSize;
        if (request.Query["page"].ToString() is { Length: > 0 } token && (after = Decode(token)) is null)
        {
            return (null, Fault("page is not a token of this list."));
        }

        if (request.Query["size"].ToString() is { Length: > 0 } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > MaxSize))
        {
            return (null, Fault($"size must be 1 to {MaxSize}."));
        }

        return (new PageRequest(after, size), null);
    }

    /// <summary>Cuts a list that was read with one row more than the page holds.</summary>
    public Page<T> Cut<T>(IReadOnlyList<T> rows, Func<T, long> id) => rows.Count <= Size
        ? new Page<T>(rows, null)
        : new Page<T>([.. rows.Take(Size)], Encode(id(rows[Size - 1])));

    private static string Encode(long id) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes("after:" + id.ToString(CultureInfo.InvariantCulture)));

    private static long? Decode(string token)
    {
        try
        {
            var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token));
            return text.StartsWith("after:", StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IResult Fault(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
