using System.Text.RegularExpressions;
using System.Xml.Linq;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>The images: not root, on the port they are told, with what their program needs, from files that are there.</summary>
public sealed partial class DockerfileTests
{
    private const string OfStandalone = "infra/docker/standalone.Dockerfile";
    private const string OfFunctions = "infra/docker/functions.Dockerfile";

    [Theory]
    [InlineData(OfStandalone)]
    [InlineData(OfFunctions)]
    public void Image_IsNotRoot_AndListensWherePortSays(string file)
    {
        var last = LastStage(file);
        Assert.Equal(["$APP_UID"], last.Where(line => line.Word == "USER").Select(line => line.What));
        Assert.True(last.FindIndex(line => line.Word == "USER") > last.FindLastIndex(line => line.Word is "RUN" or "COPY"), "What needs root comes first.");
        var environment = Environment(last);
        Assert.InRange(int.Parse(environment["PORT"], System.Globalization.CultureInfo.InvariantCulture), 1025, 65535);
        Assert.Equal(environment["PORT"], last.Single(line => line.Word == "EXPOSE").What);
        Assert.DoesNotContain("ASPNETCORE_URLS", environment.Keys);
        Assert.All(environment.Keys, name => Assert.True(Repository.IsRead(name), name));
        Assert.Contains("chown \"$APP_UID\" /data", string.Concat(last.Where(line => line.Word == "RUN").Select(line => line.What)), StringComparison.Ordinal);
    }

    [Fact]
    public void Standalone_StartsWhatItsProjectBuilds_AndIsAskedHowItDoes()
    {
        var last = LastStage(OfStandalone);
        Assert.Equal($"[\"dotnet\", \"{typeof(StandaloneHost).Assembly.GetName().Name}.dll\"]", last.Single(line => line.Word == "ENTRYPOINT").What);
        var check = last.Single(line => line.Word == "HEALTHCHECK").What;
        Assert.EndsWith("\"http://127.0.0.1:$PORT/health\"", check, StringComparison.Ordinal);
        Assert.Contains("MapGet(\"/health\"", Repository.Text("infra/standalone/StandaloneHost.cs"), StringComparison.Ordinal);
        var installed = string.Concat(last.Where(line => line.Word == "RUN").Select(line => line.What));
        Assert.All(["ffmpeg", "curl"], package => Assert.Contains($" {package} ", installed, StringComparison.Ordinal));
        Assert.Contains("\"postgresql-client-$POSTGRES\"", installed, StringComparison.Ordinal);
        Assert.Equal("/data/media", Environment(last)["MEDIA_STORE"]);
    }

    [Fact]
    public void PgDump_IsAsNewAsTheServerOfTheComposeFile()
    {
        var client = LastStage(OfStandalone).Single(line => line.Word == "ARG" && line.What.StartsWith("POSTGRES=", StringComparison.Ordinal)).What;
        Assert.Equal($"postgres:{client["POSTGRES=".Length..]}", Yaml.Read(Repository.Text("docker-compose.yml"))["services"]!["postgres"]!["image"]!.ToString());
    }

    [Fact]
    public void Functions_IsTheHostOnThatPort_AndImagesAloneHasFfmpeg()
    {
        var last = LastStage(OfFunctions);
        Assert.StartsWith("mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0", last[0].What, StringComparison.Ordinal);
        Assert.Contains("export ASPNETCORE_URLS=http://+:$PORT && exec ", last.Single(line => line.Word == "ENTRYPOINT").What, StringComparison.Ordinal);
        Assert.StartsWith("if [ \"$APP\" = Images ]; then", last.Single(line => line.What.Contains("ffmpeg", StringComparison.Ordinal)).What, StringComparison.Ordinal);
        Assert.Equal("FunctionsHost=Azure", Lines(OfFunctions).First(line => line.Word == "ENV").What);
        Assert.Equal(Environment(last)["AzureWebJobsScriptRoot"], last.Single(line => line.Word == "COPY").What.Split(' ')[^1]);
    }

    [Theory]
    [InlineData(OfStandalone, "infra/standalone")]
    [InlineData(OfFunctions, "functions/Messages", "functions/Images", "functions/Admin", "functions/Payments", "functions/Maintenance")]
    public void Build_PublishesProjectsThatAreThere_AndAllTheyStandOnIsSent(string file, params string[] projects)
    {
        var publish = Published().Match(Lines(file).Single(line => line.What.Contains("dotnet publish", StringComparison.Ordinal)).What);
        var ignored = File.ReadAllLines(Repository.PathOf(".dockerignore"));
        foreach (var project in projects)
        {
            Assert.Matches("^" + Regex.Escape(publish.Groups[1].Value).Replace("\\$APP", "[A-Z][a-z]+", StringComparison.Ordinal) + "$", project);
            foreach (var needed in Referenced(Directory.GetFiles(Repository.PathOf(project), "*.csproj").Single()).Append(Repository.PathOf("Directory.Build.props")))
            {
                Assert.False(IsIgnored(Path.GetRelativePath(TopologyTests.Root, needed), ignored), needed);
            }
        }

        Assert.Equal($"--from=build {publish.Groups[2].Value}", string.Join(' ', LastStage(file).Single(line => line.Word == "COPY").What.Split(' ')[..2]));
    }

    [Theory]
    [InlineData(".git/config", true)]
    [InlineData(".env", true)]
    [InlineData(".data/media/x", true)]
    [InlineData("local.settings.json", true)]
    [InlineData("functions/Messages/local.settings.json", true)]
    [InlineData("shared/Data/obj/x.dll", true)]
    [InlineData("tests/Unit/Unit.Tests.csproj", true)]
    [InlineData(".editorconfig", false)]
    [InlineData("host.json", false)]
    [InlineData("infra/simulator/Page/index.html", false)]
    [InlineData("infra/postgres/LocalPostgres.csproj", false)]
    public void Context_HoldsWhatIsBuilt_AndNobodysSecrets(string path, bool isIgnored) =>
        Assert.Equal(isIgnored, IsIgnored(path, File.ReadAllLines(Repository.PathOf(".dockerignore"))));

    // A pattern stands for what is below it too; the last one that matches counts. https://docs.docker.com/build/concepts/context/#dockerignore-files
    private static bool IsIgnored(string path, IEnumerable<string> patterns)
    {
        var ignored = false;
        foreach (var pattern in patterns.Where(pattern => pattern.Length > 0 && pattern[0] != '#'))
        {
            var matched = "^" + Regex.Escape(pattern.TrimStart('!')).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "(/.*)?$";
            if (Regex.IsMatch(path.Replace('\\', '/'), matched)) ignored = pattern[0] != '!';
        }

        return ignored;
    }

    private static IEnumerable<string> Referenced(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value)))
        .SelectMany(Referenced).Prepend(project);

    private static Dictionary<string, string> Environment(IEnumerable<(string Word, string What)> lines) => lines.Where(line => line.Word == "ENV")
        .SelectMany(line => line.What.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static List<(string Word, string What)> LastStage(string file)
    {
        var lines = Lines(file);
        return lines[lines.FindLastIndex(line => line.Word == "FROM")..];
    }

    private static List<(string Word, string What)> Lines(string file) =>
        [.. Repository.Text(file).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1].Trim()))];

    [GeneratedRegex(@"dotnet publish ""?([^ ""]+)""? .*--output (\S+)")]
    private static partial Regex Published();
}
