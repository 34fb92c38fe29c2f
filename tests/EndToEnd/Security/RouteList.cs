namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>Line of infra/routes.md.</summary>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Methods">Upper case, in order.</param>
/// <param name="Refusal">The status that who brings nothing is answered with.</param>
/// <param name="Callers">Of an operation of the API: which roles may call it, and whether a key may, in the table's order.</param>
internal sealed record ListedRoute(
    string Section, string Function, string Methods, string Route, string Who, int Refusal, IReadOnlyList<bool> Callers);

/// <summary>infra/routes.md.</summary>
internal static class RouteList
{
    public static string Root { get; } = FindRoot();

    /// <summary>Section of the functions of the apps.</summary>
    public const string Functions = "Functions";

    /// <summary>Section of what one function, the API's, answers.</summary>
    public const string Operations = "Operations of the API";

    /// <summary>Section of what other systems call by another name; its rows are tried by a test of their own.</summary>
    public const string OtherNames = "Names of other systems";

    public static IReadOnlyList<ListedRoute> Read()
    {
        var (routes, section) = (new List<ListedRoute>(), "");
        foreach (var line in File.ReadLines(Path.Combine(Root, "infra", "routes.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..];
            if (section == OtherNames || !line.StartsWith("| `", StringComparison.Ordinal)) continue;
            var cells = line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim(' ', '`')).ToArray();
            var refusal = int.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture);
            var callers = section == Operations ? cells[5..12].Select(cell => cell == "✓") : [];
            routes.Add(new ListedRoute(section, cells[0], Joined(cells[1].Split(", ")), cells[2], cells[3], refusal, [.. callers]));
        }

        return routes;
    }

    public static string Joined(IEnumerable<string> methods) => string.Join(", ", methods.Select(method => method.ToUpperInvariant()).Order());

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsAppBots.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }
}
