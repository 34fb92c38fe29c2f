using System.Text.Json;

namespace WhatsAppBots.Ai.Answers;

/// <summary>Holds an answer against its schema.</summary>
internal static class AnswerCheck
{
    /// <summary>Where and how it does not fit; null: it fits. Names only places that the schema names.</summary>
    public static string? Fault(JsonElement value, Shape shape, string at)
    {
        if (!shape.Types.Contains(TypeOf(value)) && !(shape.Types.Contains("number") && TypeOf(value) == "integer"))
        {
            return $"{at}: not {string.Join(" or ", shape.Types)}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(value, shape, at),
            JsonValueKind.Array => OfArray(value, shape, at),
            JsonValueKind.String => OfString(value, shape, at),
            JsonValueKind.Number => OfNumber(value, shape, at),
            _ => null,
        };
    }

    private static string? OfObject(JsonElement value, Shape shape, string at)
    {
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (!shape.Properties.TryGetValue(property.Name, out var inner)) return $"{at}: a property that is not asked for";
            if (Fault(property.Value, inner, $"{at}.{property.Name}") is { } fault) return fault;
            count++;
        }

        // None comes twice: the reader refuses that.
        return count == shape.Properties.Count ? null : $"{at}: a property is missing";
    }

    private static string? OfArray(JsonElement value, Shape shape, string at)
    {
        var count = value.GetArrayLength();
        if (count < shape.MinItems) return $"{at}: too few";
        if (count > shape.MaxItems) return $"{at}: too many";
        foreach (var item in value.EnumerateArray()) if (Fault(item, shape.Items!, at + "[]") is { } fault) return fault;
        return null;
    }

    private static string? OfString(JsonElement value, Shape shape, string at)
    {
        if (Text(value) is not { } text) return $"{at}: text that cannot be stored";
        var length = text.EnumerateRunes().Count();
        if (length < shape.MinLength) return $"{at}: too short";
        if (length > shape.MaxLength) return $"{at}: too long";
        return shape.Choices?.Contains(text) == false ? $"{at}: none of the choices" : null;
    }

    private static string? OfNumber(JsonElement value, Shape shape, string at) =>
        !value.TryGetDouble(out var number) || !double.IsFinite(number) ? $"{at}: no number"
        : number < shape.Minimum ? $"{at}: too small"
        : number > shape.Maximum ? $"{at}: too large"
        : null;

    // Half a surrogate pair or a NUL is legal JSON, and PostgreSQL takes neither.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // 3.0 is a number here: whoever asked for a whole one reads it as such.
    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt32(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
