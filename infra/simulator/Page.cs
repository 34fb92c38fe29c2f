namespace WhatsAppBots.Simulator;

/// <summary>The page's files, embedded so that any process can serve them.</summary>
internal static class Page
{
    private static readonly Dictionary<string, string> _types = new()
    {
        [".html"] = "text/html; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml", [".ogg"] = "audio/ogg",
    };

    public static void Map(WebApplication app, SimulatorOptions options)
    {
        app.MapGet("/", () => File("index.html"));
        app.MapGet("/fonts/{name}", (string name, HttpResponse response) =>
        {
            if (options.Font(name) is not { } font) return Results.NotFound();
            response.Headers.CacheControl = "max-age=86400";
            return Results.Stream(font, "font/ttf");
        });
        app.MapGet("/{name}", (string name) => File(name));
    }

    private static IResult File(string name)
    {
        var stream = typeof(Page).Assembly.GetManifestResourceStream("page/" + name);
        return stream is null || !_types.TryGetValue(Path.GetExtension(name), out var type) ? Results.NotFound() : Results.Stream(stream, type);
    }
}
