using System.Globalization;
using System.Text.Json;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>
/// Reads fields of JSON that may be of any shape: what is missing or of another type reads as nothing, never as an exception.
/// Needs JSON that went through <see cref="StorableJson"/>.
/// </summary>
internal static class JsonFields
{
    /// <summary>Ids are keys of indexes, which take no long values; Meta's have about 60 characters.</summary>
    private const int LongestId = 512;

    // Up to the end of the year 9998: whoever adds a window of hours to a time must not overflow.
    private const long LatestSecond = 253_370_764_799;

    /// <summary>A field; undefined where it is missing, null, or the parent is no object. Of doubled keys the last counts.</summary>
    public static JsonElement Field(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var field)
        && field.ValueKind != JsonValueKind.Null ? field : default;

    public static bool IsObject(this JsonElement element) => element.ValueKind == JsonValueKind.Object;

    /// <summary>The objects of an array; none where it is no array.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement parent, ReadOnlySpan<byte> name)
    {
        var list = parent.Field(name);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(IsObject) : [];
    }

    /// <summary>A text; a number is taken as it is written.</summary>
    public static string? Text(this JsonElement parent, ReadOnlySpan<byte> name) => parent.Field(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A text that says something.</summary>
    public static string? Words(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A text fit to be a key.</summary>
    public static string? Id(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Words(name) is { Length: <= LongestId } id ? id : null;

    /// <summary>The digits of a phone number; null for what is none, such as a user id.</summary>
    public static string? Phone(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Id(name) is { } text && PhoneDigits(text) is { Length: > 0 } digits ? digits : null;

    public static bool Flag(this JsonElement parent, ReadOnlySpan<byte> name) => parent.Field(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.String } text => text.ValueEquals("true"u8),
        _ => false,
    };

    public static double? Number(this JsonElement parent, ReadOnlySpan<byte> name) =>
        double.TryParse(parent.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    public static decimal? Amount(this JsonElement parent, ReadOnlySpan<byte> name) =>
        decimal.TryParse(parent.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public static int? Code(this JsonElement parent, ReadOnlySpan<byte> name) =>
        int.TryParse(parent.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;

    /// <summary>A time in seconds since 1970, as a string or a number; null where it is unreadable or absurd.</summary>
    public static DateTimeOffset? Time(this JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.Number(name) is >= 0 and <= LatestSecond and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    private static string? PhoneDigits(string text)
    {
        if (text.All(char.IsAsciiDigit)) return text;
        return text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')')
            ? string.Concat(text.Where(char.IsAsciiDigit))
            : null;
    }
}
