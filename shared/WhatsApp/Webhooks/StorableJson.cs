using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>
/// Makes JSON that PostgreSQL can keep, as text or as jsonb, and that every reader can decode: bytes that are no UTF-8, and
/// escapes of U+0000 or of half a surrogate pair, become U+FFFD. JSON allows such escapes; PostgreSQL and .NET do not.
/// </summary>
internal static class StorableJson
{
    private const int EscapeLength = 6;

    /// <summary>The same bytes where there is nothing to mend, which is nearly always; else a mended copy.</summary>
    public static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8)) json = json["\uFEFF"u8.Length..];
        if (!Utf8.IsValid(json.Span)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));

        byte[]? mended = null;
        var at = 0;
        while (json.Span[at..].IndexOf((byte)'\\') is var next and >= 0)
        {
            at += next;
            var length = EscapeAt(json.Span[at..], out var storable);
            if (!storable)
            {
                mended ??= json.ToArray();
                "\\ufffd"u8.CopyTo(mended.AsSpan(at));
            }

            at = Math.Min(at + length, json.Length);
        }

        return mended ?? json;
    }

    /// <summary>Length of the escape that starts here, both halves of a pair together.</summary>
    private static int EscapeAt(ReadOnlySpan<byte> json, out bool storable)
    {
        storable = true;
        if (!TryCodeUnit(json, out var unit)) return 2;
        if (char.IsHighSurrogate(unit) && TryCodeUnit(json[EscapeLength..], out var low) && char.IsLowSurrogate(low))
            return 2 * EscapeLength;
        storable = unit != '\0' && !char.IsSurrogate(unit);
        return EscapeLength;
    }

    private static bool TryCodeUnit(ReadOnlySpan<byte> json, out char unit)
    {
        unit = default;
        if (json.Length < EscapeLength || json[0] != '\\' || json[1] != 'u') return false;
        if (!Utf8Parser.TryParse(json[2..EscapeLength], out ushort value, out var consumed, 'x') || consumed != 4) return false;
        unit = (char)value;
        return true;
    }
}
