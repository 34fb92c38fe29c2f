namespace WhatsAppBots.Hosting;

/// <summary>A secret that may be two, comma-separated, while it changes: what was signed with either is taken. The first is the new one.</summary>
public static class ChangingSecret
{
    /// <summary>The secrets of a setting; none where it is empty.</summary>
    public static IReadOnlyList<string> Read(string setting) =>
        setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The one to use where only one can be; null where there is none.</summary>
    public static string? Newest(string? setting) => Read(setting ?? "") is [var first, ..] ? first : null;
}
