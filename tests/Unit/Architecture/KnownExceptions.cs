using System.Runtime.CompilerServices;

namespace WhatsAppBots.Unit.Tests.Architecture;

/// <summary>
/// Known exceptions of a rule, one a line in a text file beside its test. A new one fails; one that is no longer true fails too, so that the list
/// only becomes shorter: <c>ARCHITECTURE=write dotnet test tests/Unit --filter Architecture</c> takes it out, and adds nothing.
/// </summary>
internal static class KnownExceptions
{
    /// <summary>Whether lines that are no longer true are taken out.</summary>
    public static bool IsWriting => Environment.GetEnvironmentVariable("ARCHITECTURE") == "write";

    /// <summary>Holds what was found against the list.</summary>
    public static void Hold(string rule, string list, IEnumerable<string> found)
    {
        var (known, now) = (Read(list), found.Distinct().Order(StringComparer.Ordinal).ToList());
        var added = now.Except(known).ToList();
        Assert.True(added.Count == 0, $"{rule}\n  {string.Join("\n  ", added)}");
        var gone = known.Except(now).ToList();
        if (gone.Count > 0 && IsWriting) Write(list, line => !gone.Contains(line));
        else Assert.True(gone.Count == 0, $"No longer an exception; take it out of {list} (ARCHITECTURE=write does):\n  {string.Join("\n  ", gone)}");
    }

    /// <summary>Lines of a list, without comments.</summary>
    public static IReadOnlyList<string> Read(string list) =>
        [.. File.ReadLines(PathOf(list)).Where(line => line.Length > 0 && !line.StartsWith('#'))];

    /// <summary>Writes a list anew: the lines that stay, and what is left of others.</summary>
    public static void Write(string list, Func<string, bool> stays, IEnumerable<string>? left = null) => File.WriteAllLines(
        PathOf(list), [.. File.ReadAllLines(PathOf(list)).Where(line => line.Length == 0 || line.StartsWith('#') || stays(line)), .. left ?? []]);

    private static string PathOf(string list, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, list);
}
