using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.Admin.Http;

/// <summary>JSON of the API: camel case, times as ISO 8601 in UTC with a Z.</summary>
internal static class AdminJson
{
    /// <summary>Sets the options.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.Converters.Add(new UtcTime());
        options.Converters.Add(new StorableText());
        options.Converters.Add(new TextList());

        // Of a name that comes twice nobody knows which is meant.
        options.AllowDuplicateProperties = false;

        // Numbers are numbers: without this the document offers text in their place.
        options.NumberHandling = JsonNumberHandling.Strict;

        // A member that is not known is refused: a wrong name would be taken for what is left out.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }

    /// <summary>Tells whether PostgreSQL keeps a text: it has no NUL, and no half of a character.</summary>
    public static bool IsStorable(string text) => !text.Contains('\0', StringComparison.Ordinal) && !HasHalf(text);

    private static bool HasHalf(string text)
    {
        for (var n = 0; n < text.Length; n++)
        {
            if (!char.IsSurrogate(text[n])) continue;
            if (n + 1 == text.Length || !char.IsSurrogatePair(text[n], text[n + 1])) return true;
            n++;
        }

        return false;
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && IsStorable(text)
                ? text : throw new JsonException();
        }
        catch (InvalidOperationException)
        {
            throw new JsonException();
        }
    }

    // Of every text of every body: else each operation would have to think of it, and one that does not would answer 500.
    private sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TextOf(ref reader);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    // A list has texts alone: null in one would get past every check of the texts.
    private sealed class TextList : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
            List<string> list = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(TextOf(ref reader));
            return list;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var text in value) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }

    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
