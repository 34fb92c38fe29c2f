using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WhatsAppBots.Data.Queries;

/// <summary>Page of a list.</summary>
/// <param name="Next">Opaque token of the next page, for <c>?page=</c>; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Page that is asked for.</summary>
/// <param name="After">The id the page before ended with; null for the first.</param>
/// <param name="Size">Rows a page, 1 to <see cref="MaxSize"/>.</param>
/// <param name="List">Name of the list with its filters. Its tokens are of this list alone: the ids of another are no place in it.</param>
public sealed record PageRequest(long? After, int Size, string List = "")
{
    /// <summary>Rows of a page where the caller names no number.</summary>
    public const int DefaultSize = 50;

    /// <summary>Largest number of rows of a page.</summary>
    public const int MaxSize = 200;

    /// <summary>Rows to read: one more than the page holds, so that the last page is known as such.</summary>
    public int Limit => Size + 1;

    /// <summary>Cuts a list that was read with <see cref="Limit"/> rows at most.</summary>
    public Page<T> Cut<T>(IReadOnlyList<T> rows, Func<T, long> id) => rows.Count <= Size
        ? new Page<T>(rows, null)
        : new Page<T>([.. rows.Take(Size)], Encode(id(rows[Size - 1]), List));

    /// <summary>Reads a token that <see cref="Page{T}.Next"/> of this list had; null where it is none.</summary>
    public static long? Decode(string token, string list)
    {
        try
        {
            var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token));
            return text.Split(':') is ["after", var digits, var mark] && mark == MarkOf(list)
                && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Encode(long id, string list) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"after:{id}:{MarkOf(list)}")));

    // Short: it keeps lists apart, and keeps no secret.
    private static string MarkOf(string list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 6));
}
