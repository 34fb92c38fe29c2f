using System.Text.RegularExpressions;

namespace WhatsAppBots.Simulator.Ai;

/// <summary>
/// A model that can be talked into anything: whoever finds a way out of the data is obeyed. So a test can prove that nobody does.
/// Instructions of ours must not quote these phrases.
/// </summary>
internal static partial class Orders
{
    /// <summary>Whether the text that can give orders holds one that no honest instruction has.</summary>
    public static bool AreObeyedIn(string orders) => Phrases().IsMatch(orders);

    [GeneratedRegex(
        @"\b(ignore|disregard|forget)\s+(all|any|every|the|your|previous)(\s+\w+){0,3}\s+(instructions?|rules)\b|\bmark\s+(everything|all(\s+\w+)?)\s+(as\s+)?done\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Phrases();
}
