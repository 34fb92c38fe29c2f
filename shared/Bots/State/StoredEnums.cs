using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsAppBots.Bots.State;

/// <summary>
/// Written as a number, because the release before reads numbers alone. Remove it one release later: from then on names are written.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class StoredAsNumberAttribute : Attribute;

/// <summary>Converter of all enums in stored documents: reads names and numbers, writes names unless the enum says otherwise.</summary>
internal sealed class StoredEnums : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(
        (Attribute.IsDefined(typeToConvert, typeof(StoredAsNumberAttribute)) ? typeof(NumberedEnum<>) : typeof(NamedEnum<>)).MakeGenericType(typeToConvert))!;
}

/// <summary>Converter of an enum that is written as a number: see <see cref="StoredAsNumberAttribute"/>.</summary>
internal sealed class NumberedEnum<T>() : StoredEnum<T>(asNumber: true)
    where T : struct, Enum;

/// <summary>Converter of an enum that is written by name.</summary>
internal sealed class NamedEnum<T>() : StoredEnum<T>(asNumber: false)
    where T : struct, Enum;
