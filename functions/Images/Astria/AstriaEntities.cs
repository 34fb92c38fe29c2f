using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.Images.Astria;

/// <summary>A pack of prompts. https://docs.astria.ai/docs/api/pack/pack</summary>
/// <param name="Costs">By class.</param>
public sealed record AstriaPack(
    long Id, string Slug, string Title, string? CoverUrl, IReadOnlyDictionary<string, AstriaCost>? Costs, IReadOnlyList<AstriaPrompt>? Prompts);

/// <summary>What a pack gives for a class.</summary>
public sealed record AstriaCost(decimal? Cost, int NumImages);

/// <summary>A model being trained, or trained. https://docs.astria.ai/docs/api/tune/tune</summary>
/// <param name="Error">Not in the documents; shown where there is one.</param>
public sealed record AstriaTune(
    long Id, string? Title, string? Name, DateTimeOffset? CreatedAt, DateTimeOffset? TrainedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? Eta,
    string? Error);

/// <summary>Pictures of one prompt. https://docs.astria.ai/docs/api/prompt/prompt</summary>
public sealed record AstriaPrompt(long Id, IReadOnlyList<string>? Images);

/// <summary>What Astria sees in a photo; any of it may be empty. https://docs.astria.ai/docs/api/images/inspect</summary>
public sealed record AstriaInspection(
    string? Name, string? Ethnicity, [property: JsonConverter(typeof(AnyText))] string? Age, string? HairColor, string? HairLength, string? FacialHair, string? EyeColor,
    [property: JsonConverter(typeof(AnyText))] string? Glasses, bool? FunnyFace, bool? Blurry, bool? WearingSunglasses, bool? WearingHat, bool? IncludesMultiplePeople,
    bool? LowResolution, bool? FullBodyImageOrLongshot);

/// <summary>A text that may come as a number or a truth value.</summary>
internal sealed class AnyText : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind == JsonValueKind.Null ? null : value.RootElement.ToString();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>JSON as Astria writes it.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<AstriaPack>))]
[JsonSerializable(typeof(AstriaPack))]
[JsonSerializable(typeof(IReadOnlyList<AstriaTune>))]
[JsonSerializable(typeof(AstriaTune))]
[JsonSerializable(typeof(IReadOnlyList<AstriaPrompt>))]
[JsonSerializable(typeof(AstriaInspection))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, AstriaCost>))]
internal sealed partial class AstriaJson : JsonSerializerContext;
