using System.Globalization;

namespace WhatsAppBots.Access;

/// <summary>Key as its holder has it: <c>wab_&lt;id&gt;_&lt;secret&gt;</c>.</summary>
public sealed record KeyToken(long Id, string Secret)
{
    /// <summary>What each key begins with.</summary>
    public const string Prefix = "wab_";

    /// <summary>Reads a key; null where it has another form.</summary>
    public static KeyToken? Read(string text)
    {
        if (text.Length > 100 || !text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var parts = text[Prefix.Length..].Split('_', 2);
        return parts.Length == 2 && parts[1].Length > 0
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new KeyToken(id, parts[1]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Prefix}{Id}_{Secret}");
}
