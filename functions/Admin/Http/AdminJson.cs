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

        // Numbers are numbers: without this the document offers text in their place.
        options.NumberHandling = JsonNumberHandling.Strict;

        // What is not known is refused: a wrong name would be taken for what is left out.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }

    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
