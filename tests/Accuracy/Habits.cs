using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Accuracy;

/// <summary>The habits that who wrote an utterance may well have.</summary>
internal static class Habits
{
    private static readonly Intent[] _ofExisting =
    [
        Intent.Done, Intent.Count, Intent.Undo, Intent.Status, Intent.Next, Intent.List, Intent.Remove, Intent.Pause, Intent.Resume, Intent.Change, Intent.Skip,
    ];

    // More than two, since what a text speaks of is not among the others.
    private static readonly Dictionary<string, string[]> _others = new()
    {
        ["en"] = ["Flossing", "Chess practice", "Calling grandma", "Cold shower"],
        ["es"] = ["Hilo dental", "Ajedrez", "Llamar a la abuela", "Ducha fría"],
        ["pt"] = ["Fio dental", "Xadrez", "Ligar para a avó", "Banho frio"],
        ["hi"] = ["शतरंज", "दादी को फ़ोन", "बागवानी", "ठंडा स्नान"],
        ["he"] = ["חוט דנטלי", "שחמט", "להתקשר לסבתא", "מקלחת קרה"],
    };

    /// <summary>What it is about and two others where it is about what they do already; else none.</summary>
    public static IReadOnlyList<string> Of(ExpectedUtterance said)
    {
        if (said.Habits is { } habits) return habits;

        // What is taken back was there.
        if (said.After is { } after && TextReader.Understand(after, said.Context) is { Intent: Intent.Remove, Name: { } removed }) return [removed, .. _others[said.Language].Take(2)];
        if (!said.Intents.Any(_ofExisting.Contains)) return [];
        var own = said.Names.Select(wordings => wordings.OfType<string>().First()).ToList();
        return [.. own, .. _others[said.Language].Where(other => NameMatch.Find(said.Text, [other]).Count == 0 && own.All(name => NameMatch.Find(name, [other]).Count == 0)).Take(2)];
    }
}
