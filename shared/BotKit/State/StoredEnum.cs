using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.BotKit.State;

/// <summary>
/// Reads an enum by name or number. A name that only a later release knows becomes a value that no member has, and is written back as that name:
/// the document keeps it, and code that decides by the value falls back by <see cref="KnownValues.Or{T}(T, T)"/>.
/// </summary>
#pragma warning disable RS0030 // The documents are our own, and hold numbers of earlier releases and lists of flags.
public abstract class StoredEnum<T>(bool asNumber) : JsonConverter<T>
    where T : struct, Enum
{
    // Names come from documents of our own releases, so there are few. The limit keeps broken documents from filling the memory.
    private const int Most = 1_000;

    // Above the bits of any flags of ours.
    private const int Shift = 16;

    private static readonly Lock _lock = new();
    private static readonly Dictionary<string, T> _laterByName = [];
    private static readonly Dictionary<T, string> _later = [];
    private static readonly bool _isFlags = Attribute.IsDefined(typeof(T), typeof(FlagsAttribute));

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number) return Of(reader.GetInt32());
        var text = reader.GetString() ?? throw new JsonException($"{typeof(T).Name} cannot be null.");
        return Enum.TryParse<T>(text, ignoreCase: true, out var known) ? known : Later(text);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var number = Unsafe.BitCast<T, int>(value);
        if (number < 0 && NameOf(value) is { } later) writer.WriteStringValue(later);
        else if (asNumber || (value.ToString() is var text && char.IsAsciiDigit(text[^1]))) writer.WriteNumberValue(number);
        else writer.WriteStringValue(text);
    }

    private static T Of(int number) => Unsafe.BitCast<int, T>(number);

    private static string? NameOf(T value)
    {
        lock (_lock) return _later.GetValueOrDefault(value);
    }

    private static T Later(string text)
    {
        lock (_lock)
        {
            if (_laterByName.TryGetValue(text, out var known)) return known;
            if (_later.Count >= Most) throw new JsonException($"Too many unknown names of {typeof(T).Name}.");
            var value = Of(int.MinValue | (_later.Count << Shift) | KnownFlags(text));
            _later[value] = text;
            return _laterByName[text] = value;
        }
    }

    // Of "Monday, Holiday" Monday still counts.
    private static int KnownFlags(string text) => !_isFlags ? 0 : text.Split(',', StringSplitOptions.TrimEntries)
        .Aggregate(0, (flags, name) => Enum.TryParse<T>(name, ignoreCase: true, out var flag) ? flags | Unsafe.BitCast<T, int>(flag) : flags);
}
#pragma warning restore RS0030

/// <summary>Fallback for values that only a later release knows.</summary>
public static class KnownValues
{
    /// <summary>The value, or another where this release has no member for it.</summary>
    public static T Or<T>(this T value, T fallback)
        where T : struct, Enum => Enum.IsDefined(value) ? value : fallback;

    /// <summary>Whether this release has a member for it.</summary>
    public static bool IsKnown<T>(this T value)
        where T : struct, Enum => Enum.IsDefined(value);

    /// <inheritdoc cref="Or{T}(T, T)"/>
    public static T Or<T>(this T? value, T fallback)
        where T : struct, Enum => value is { } given ? given.Or(fallback) : fallback;
}
