using System.Collections.Frozen;
using System.Text.RegularExpressions;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits;

/// <summary>Words of this bot's own, in all languages at any time.</summary>
internal enum HabitWord
{
    Settings,
    Tone,
    Ladder,
    Quiet,
    Partner,
    Leave,
    Freezes,
}

/// <inheritdoc cref="HabitWord"/>
internal static partial class HabitWords
{
    private static readonly (HabitWord Word, string[] Words)[] _table =
    [
        (HabitWord.Settings, ["settings", "options", "ajustes", "opciones", "configuración", "configurações", "opções", "सेटिंग", "सेटिंग्स", "הגדרות"]),
        (HabitWord.Tone, ["tone", "change tone", "be gentle", "be harsh", "tono", "cambiar tono", "tom", "mudar o tom", "लहज़ा", "लहजा", "lehja", "טון", "סגנון"]),
        (HabitWord.Ladder, ["punishment", "punishments", "misses", "strikes", "castigos", "castigo", "fallos", "castigos", "punições", "punição", "faltas", "सज़ा", "सजा", "saza", "עונש", "עונשים", "החמצות"]),
        (HabitWord.Quiet, ["quiet hours", "quiet", "do not disturb", "horas de silencio", "silencio", "no molestar", "horário de silêncio", "silêncio", "não perturbe", "शांत समय", "शांति", "שעות שקט", "שקט", "נא לא להפריע"]),
        (HabitWord.Partner, ["partner", "accountability partner", "my partner", "compañero", "compañera", "mi compañero", "parceiro", "parceira", "meu parceiro", "साथी", "पार्टनर", "saathi", "שותף", "שותפה", "שותף לאחריות"]),
        (HabitWord.Leave, ["leave partner", "end partner", "no partner", "dejar compañero", "dejar a mi compañero", "deixar parceiro", "sair da parceria", "साथी छोड़ें", "साथी हटाओ", "saathi hatao", "עזוב שותף", "לסיים שותפות"]),
        (HabitWord.Freezes, ["freeze", "freezes", "how many freezes", "congelar", "comodines", "congelamentos", "फ़्रीज़", "फ्रीज", "freeze kitne", "הקפאה", "הקפאות"]),
    ];

    private static readonly FrozenDictionary<string, HabitWord> _words = _table
        .SelectMany(row => row.Words.Select(word => KeyValuePair.Create(PlainText.Of(word), row.Word)))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary();

    private static readonly FrozenSet<string> _all = new[]
    {
        "all", "both", "everything", "all of them", "them all", "both of them", "all of it", "todo", "todos", "todas", "ambos", "ambas", "los dos", "las dos",
        "tudo", "os dois", "as duas", "सब", "सब कुछ", "सभी", "दोनों", "दोनो", "sab", "sab kuch", "sabhi", "dono", "הכל", "הכול", "כולם", "שניהם", "את הכל", "את שניהם",
    }.Select(PlainText.Of).ToFrozenSet();

    /// <summary>What a text means here; null for any other.</summary>
    public static HabitWord? Read(string text) => text.Length <= 60 && _words.TryGetValue(PlainText.Of(text), out var word) ? word : null;

    /// <summary>Not a name, but all there are: "everything", "both".</summary>
    public static bool MeansAll(string name) => _all.Contains(PlainText.Of(name));

    /// <summary>The code of an invitation that was passed on: <c>partner 12-ABCDEFGH</c>; null where there is none.</summary>
    public static string? CodeIn(string text) => text.Length <= 400 && Invitation().Match(text) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : null;

    [GeneratedRegex(@"\bpartner\s+(\d{1,18}-[A-Z2-9]{8})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Invitation();
}
