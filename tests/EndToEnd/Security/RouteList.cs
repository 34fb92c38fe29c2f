namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>A line of infra/routes.md.</summary>
/// <param name="Methods">Upper case, in order.</param>
/// <param name="Refusal">The status that who brings nothing is answered with.</param>
internal sealed record ListedRoute(string Function, string Methods, string Route, string Who, int Refusal);

/// <summary>infra/routes.md.</summary>
internal static class RouteList
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<ListedRoute> Read() =>
    [
        .. File.ReadLines(Path.Combine(Root, "infra", "routes.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim(' ', '`')).ToArray())
            .Select(cells => new ListedRoute(
                cells[0], Joined(cells[1].Split(", ")), cells[2], cells[3], int.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture))),
    ];

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
