using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.BotKit.State;

/// <summary>
/// Written as a number, because the release before reads numbers alone. Remove it one release later: from then on names are written.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class StoredAsNumberAttribute : Attribute;

/// <summary>Converter of all enums in stored documents: reads names and numbers, writes names unless the enum says otherwise.</summary>
public sealed class StoredEnums : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(
        (Attribute.IsDefined(typeToConvert, typeof(StoredAsNumberAttribute)) ? typeof(NumberedEnum<>) : typeof(NamedEnum<>)).MakeGenericType(typeToConvert))!;
}

/// <summary>Converter of an enum that is written as a number: see <see cref="StoredAsNumberAttribute"/>.</summary>
public sealed class NumberedEnum<T>() : StoredEnum<T>(asNumber: true)
    where T : struct, Enum;

/// <summary>Converter of an enum that is written by name.</summary>
public sealed class NamedEnum<T>() : StoredEnum<T>(asNumber: false)
    where T : struct, Enum;
