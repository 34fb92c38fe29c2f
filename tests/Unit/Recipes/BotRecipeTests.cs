using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;
using WhatsAppBots.Understanding;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Recipes;

/// <summary>
/// The recipe of a bot, followed to the letter on a copy of the list of the bots: the template is copied and named, registered, built, talked
/// to and deleted.
/// </summary>
public sealed partial class BotRecipeTests : IDisposable
{
    private const string Bots = "shared/Bots";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recipe-");
    private readonly AssemblyLoadContext _context = new("recipe", isCollectible: true);

    [Fact]
    public async Task Bot_MadeByTheRecipe_IsBuiltAndTalks()
    {
        Copy(Repository.PathOf(Bots), path => !Left().IsMatch(path), text => text);
        var template = Repository.PathOf("infra/templates/bot");
        Copy(template, path => !path.EndsWith(".csproj", StringComparison.Ordinal), Named, "Quiz");
        Edit("BotServices.cs", "        services.AddEcho();\n", $"        {Line(Registration())}\n");
        Edit("BotNames.cs", "EchoModule.Name", $", {Line(NameOf())}");
        foreach (var file in (string[])["BotServices.cs", "BotNames.cs"])
            Edit(file, "using WhatsAppBots.Bots.Portraits;\n", "using WhatsAppBots.Bots.Quiz;\n");

        var handler = await BuildAsync();
        foreach (var language in Languages.All)
        {
            var texts = TextsOf(language);
            var talk = In("quiz", language);
            Assert.Contains(texts["Answer"].Replace("{text}", "41", StringComparison.Ordinal), Said(handler.Handle(talk, Text("41"))));
            Assert.Contains(texts["Greeting"], Said(handler.Handle(talk, Text("menu"))));
            Assert.Contains(texts["TextsOnly"], Said(handler.Handle(talk, Sent(new LocationContent(1, 2, null, null) { Type = "location" }))));

            // The hub offers it without being told of it.
            var menu = handler.Handle(In("hub", language), Text("menu"));
            var list = menu.Effects.OfType<Say>().Select(say => say.Content).OfType<ListMessage>().Single();
            Assert.Contains("Quiz", list.Sections.SelectMany(section => section.Rows).Select(row => row.Title));
        }
    }

    public void Dispose()
    {
        _context.Unload();
        _folder.Delete(recursive: true);
    }

    // The recipe has it built as a project of its own, as the others are.
    [Fact]
    public void Project_OfTheTemplate_IsAsThatOfEcho() => Assert.Equal(
        Repository.Text("shared/Bots/Echo/Echo.csproj"),
        Repository.Text("infra/templates/bot/__Bot__.csproj").Replace("__Bot__", "Echo", StringComparison.Ordinal));

    // What the recipe says, as it stands there.
    private static string Line(Regex code) => Named(code.Match(Repository.Text("infra/recipes.md")).Groups[1].Value);

    private static string Named(string text) =>
        text.Replace("__Bot__", "Quiz", StringComparison.Ordinal).Replace("__bot__", "quiz", StringComparison.Ordinal);

    private static IEnumerable<string> Said(Transition transition) =>
        transition.Effects.OfType<Say>().Select(say => say.Content).OfType<TextMessage>().Select(text => text.Body);

    private static MessageInput Text(string text) => Sent(new TextContent(text) { Type = "text" });

    private static MessageInput Sent(IncomingContent content) =>
        new(new IncomingMessage("wamid.1", DateTimeOffset.UnixEpoch, "1000", new Sender("15550001111", null, "Ann"), content));

    private static Conversation In(string bot, string language) => new()
    {
        Id = 1, Bot = bot, EntryBot = bot, State = "Talking", Data = "{}", Parked = new Dictionary<string, ParkedState>(),
        Language = language,
        Person = new Person(1, "Ann", "15550001111", null), Now = DateTimeOffset.UnixEpoch, LastInboundAt = DateTimeOffset.UnixEpoch,
    };

    private Dictionary<string, string> TextsOf(string language) => System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(_folder.FullName, "Quiz", "Texts", $"{language}.json")))!;

    private void Copy(string from, Func<string, bool> takes, Func<string, string> change, string into = "")
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            if (!takes(path.Replace('\\', '/'))) continue;
            var target = Path.Combine(_folder.FullName, into, change(path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, change(File.ReadAllText(file)));
        }
    }

    private void Edit(string file, string after, string line)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(after, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(after, after + line, StringComparison.Ordinal));
    }

    // Against the assemblies that this test runs with: nothing is restored, and the bots alone are compiled.
    private async Task<IConversationHandler> BuildAsync()
    {
        var references = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(file => Needed().IsMatch(Path.GetFileName(file)))
            .Select(file => $"<Reference Include=\"{Path.GetFileNameWithoutExtension(file)}\"><HintPath>{file}</HintPath></Reference>");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Bots.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NoWarn>CS8524</NoWarn>
                <RunAnalyzers>false</RunAnalyzers>
                <AssemblyName>WhatsAppBots.Bots</AssemblyName>
                <RootNamespace>WhatsAppBots.Bots</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Using Include="WhatsAppBots.BotKit" />
                <EmbeddedResource Include="**/Texts/*.json" WithCulture="false" />
                {string.Concat(references)}
              </ItemGroup>
            </Project>
            """);
        var built = await Command.RunAsync(
            "dotnet", ["build", "Bots.csproj", "--nologo", "-v", "q", "-o", "built", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
            folder: _folder.FullName);
        Assert.True(built.Exit == 0, built.Output + built.Error);
        var bots = _context.LoadFromAssemblyPath(Path.Combine(_folder.FullName, "built", "WhatsAppBots.Bots.dll"));
        var names = (IEnumerable<string>)bots.GetType("WhatsAppBots.Bots.BotNames", throwOnError: true)!.GetField("All")!.GetValue(null)!;
        Assert.Contains("quiz", names);
        var services = new ServiceCollection().AddLogging().AddSingleton(new AiPresence(false));
        bots.GetType("WhatsAppBots.Bots.BotServices", throwOnError: true)!.GetMethod("AddBots")!
            .Invoke(null, [services, new ConfigurationBuilder().Build()]);
        return services.BuildServiceProvider().GetRequiredService<IConversationHandler>();
    }

    // The list is copied without the projects of the bots.
    [GeneratedRegex(@"/|\.csproj$|packages\.lock\.json$")]
    private static partial Regex Left();

    [GeneratedRegex("`(services\\.Add__Bot__[^`]+)`")]
    private static partial Regex Registration();

    [GeneratedRegex("`(__Bot__Module\\.Name)`")]
    private static partial Regex NameOf();

    [GeneratedRegex(
        @"^(WhatsAppBots\.(BotKit|Contracts|Conversations|Data|Echo|Habits|Hosting|Messaging|Portraits|Understanding)|NodaTime)\.dll$")]
    private static partial Regex Needed();
}
