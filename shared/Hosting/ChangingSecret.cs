namespace WhatsAppBots.Hosting;

/// <summary>
/// Secret under rotation: one value, or two with a comma between, <c>new,old</c>. A signature by either is accepted; the new one signs.
/// </summary>
public static class ChangingSecret
{
    /// <summary>The secrets of a setting; none where it is empty.</summary>
    public static IReadOnlyList<string> Read(string setting) =>
        setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The newest secret, to sign with; null where there is none.</summary>
    public static string? Newest(string? setting) => Read(setting ?? "") is [var first, ..] ? first : null;
}
