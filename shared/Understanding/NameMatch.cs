namespace WhatsAppBots.Understanding;

/// <summary>Finds what a person means among things that have names. Pure; never throws.</summary>
public static class NameMatch
{
    /// <summary>The known names that fit, the best first: one clear winner alone, several that fit alike all together, none.</summary>
    /// <param name="said">The person's words.</param>
    /// <param name="known">Names as they were given.</param>
    /// <returns>Indices into <paramref name="known"/>.</returns>
    public static IReadOnlyList<int> Find(string said, IReadOnlyList<string> known) =>
        [.. known.Index().Where(each => PlainText.Of(each.Item) == PlainText.Of(said)).Select(each => each.Index)];
}
