using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using WhatsAppBots.Standalone.Check;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Commands;

/// <summary><c>check</c>: what it says of each setting and dependency, and what it never says.</summary>
public sealed class CheckCommandTests(CommandSite site) : IClassFixture<CommandSite>, IAsyncLifetime
{
    private const string Marker = "zq7xmarker";

    private GraphStandIn _graph = null!;

    public async Task InitializeAsync() => _graph = await GraphStandIn.StartAsync();

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    // The only run as a process: the command is there, and needs no host.
    [Fact]
    public async Task Production_WithAllInPlace_IsWell()
    {
        var settings = site.Production(_graph.Url).ToDictionary(each => each.Key, each => (string?)each.Value);
        var run = await Command.RunAsync("dotnet", [CommandSite.Program, "check"], settings);
        Assert.Equal("", run.Error);
        Assert.All(SettingCatalog.All, setting => Assert.Matches($@"(?m)^  ok +{setting.Name}( |$)", run.Output));
        foreach (var line in new[] { "ok       postgresql", "ok       schema", "ok       whatsapp", "ok       media", "missing  host" })
        {
            Assert.Contains(line, run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("All is well.", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Exit);
    }

    [Fact]
    public async Task Production_WithoutItsSettings_NamesEachAsMissing()
    {
        var (exit, output) = await CheckAsync(
            ("ENVIRONMENT", "production"), ("DATABASE_URL", site.DatabaseUrl), ("WHATSAPP_WEBHOOK_SECRET", "x"));
        Assert.Equal(1, exit);
        foreach (var name in SettingCatalog.All.Where(setting => setting.Without == "**required**").Select(setting => setting.Name))
        {
            Assert.Matches($@"(?m)^  missing +{name}( |$)", output);
            Assert.Matches($@"To mend: .*\b{name}\b", output);
        }

        Assert.Matches(@"(?m)^  wrong +WHATSAPP_WEBHOOK_SECRET +isn't read: set WHATSAPP_APP_SECRET\.$", output);
    }

    [Theory]
    [InlineData("AI_TIMEOUT", "soon", "it takes seconds")]
    [InlineData("WHATSAPP_RATE_PER_PAIR", "fast", "it takes 80")]
    [InlineData("WHATSAPP_NUMBERS", "123=nobot", "which is no bot")]
    [InlineData("MESSAGES_KEPT", "-1", "")]
    [InlineData("BACKUP_HOOK", "nowhere", "it takes an address")]
    [InlineData("PORTRAITS_PRICES", "USD=1", "a currency")]
    [InlineData("MEDIA_MB_PER_PERSON_PER_DAY", "0", "it takes a number")]
    [InlineData("ASTRIA_API_URL", "nowhere", "takes an address")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere", "takes an address")]
    [InlineData("PAYMENT_PROVIDERS", "EUR=nobody", "it takes pairs")]
    [InlineData("TWILIO_ACCOUNT_SID", "BC1", "must be an account's id")]
    [InlineData("SECRET_KEY", "password", "can be guessed")]
    [InlineData("FUNCTION_KEY", "dev", "has its development value")]
    [InlineData("PUBLIC_URL", "http://bots.example.com", "is not https")]
    [InlineData("LOG_LEVEL", "chatty", "it takes Trace")]
    [InlineData("DATABASE_URL", "mysql://localhost/x", "is neither")]
    public async Task Setting_OutOfForm_IsWrong_AndSaysWhatItTakes(string name, string value, string said)
    {
        var (exit, output) = await CheckAsync(With(name, value));
        Assert.Equal(1, exit);
        var line = Assert.Single(output.Split('\n'), line => line.StartsWith($"  wrong    {name} ", StringComparison.Ordinal));
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{value}\"", output, StringComparison.Ordinal);
    }

    // Each setting is given a value that can be found again.
    [Theory]
    [InlineData("production")]
    [InlineData("development")]
    [InlineData(Marker)]
    public async Task Values_AreNeverShown(string environment)
    {
        var folder = Directory.CreateTempSubdirectory($"{Marker}-").FullName;
        string Value(string name) => name switch
        {
            "ENVIRONMENT" => environment,
            "DATABASE_URL" => $"postgresql://{Marker}user:{Marker}pass@127.0.0.1:1/{Marker}base",
            "DATA_FOLDER" or "MEDIA_STORE" or "BACKUP_FOLDER" => folder,
            "WHATSAPP_NUMBERS" => $"{Marker}1={Marker}bot,{Marker}2",
            "WHATSAPP_API_URL" or "TWILIO_API_URL" or "ASTRIA_API_URL" or "OPENAI_BASE_URL" or "PAYMENT_API_URL" =>
                $"http://{Marker}.invalid/{Marker}",
            "PUBLIC_URL" => $"https://{Marker}:{Marker}@{Marker}.invalid",
            "TWILIO_ACCOUNT_SID" => "AC" + Marker,
            "STRIPE_API_KEY" or "RAZORPAY_KEY_ID" => "",
            _ => Marker,
        };
        try
        {
            var (exit, output) = await CheckAsync([.. SettingCatalog.All.Select(setting => (setting.Name, Value(setting.Name)))]);
            Assert.Equal(1, exit);
            Assert.DoesNotContain(Marker, output, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Database_ThatIsAway_OrEmpty_OrNotThere_IsToldApart()
    {
        async Task<string> WithAsync(string url) => (await CheckAsync(With("DATABASE_URL", url))).Output;
        Assert.Matches(@"(?m)^  wrong +postgresql +no server answers", await WithAsync("postgresql://u:p@127.0.0.1:1/x"));
        var server = site.DatabaseUrl[..(site.DatabaseUrl.LastIndexOf('/') + 1)];
        Assert.Matches(@"(?m)^  wrong +postgresql +there is no database", await WithAsync(server + "nowhere"));
        Assert.Matches(@"(?m)^  missing +schema +\d+ migrations, from 0001", await WithAsync(server + "postgres"));
    }

    [Theory]
    [InlineData(401, "wrong +whatsapp +it refuses WHATSAPP_API_KEY")]
    [InlineData(400, "wrong +whatsapp +number .* isn't known")]
    [InlineData(503, "wrong +whatsapp +it answers 503")]
    [InlineData(200, "ok +whatsapp +answers 200")]
    public async Task Provider_ThatRefuses_IsWrong(int status, string said)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var graph = builder.Build();
        graph.Run(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await graph.StartAsync();
        var (exit, output) = await CheckAsync(With("WHATSAPP_API_URL", graph.Urls.First()));
        Assert.Equal(status == (int)HttpStatusCode.OK ? 0 : 1, exit);
        Assert.Matches($"(?m)^  {said}", output);
    }

    // Development with nothing set needs nothing, not even a server that runs.
    [Fact]
    public async Task Development_WithoutSettings_IsWell()
    {
        var folder = Directory.CreateTempSubdirectory("whatsappbots-check-").FullName;
        var (exit, output) = await CheckAsync(("ENVIRONMENT", "development"), ("DATA_FOLDER", folder));
        Assert.Matches(@"(?m)^  ok +postgresql +started with the host", output);
        Assert.Contains("All is well.", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Directory.Delete(folder, recursive: true);
    }

    // A production host's settings, but for one.
    private (string Name, string Value)[] With(string name, string value) =>
        [.. site.Production(_graph.Url).Where(each => each.Key != name).Select(each => (each.Key, each.Value)), (name, value)];

    private static async Task<(int Exit, string Output)> CheckAsync(params (string Name, string Value)[] settings)
    {
        await using var output = new StringWriter();
        var exit = await CheckCommand.RunAsync([.. settings.Select(setting => $"--{setting.Name}={setting.Value}")], output);
        return (exit, output.ToString());
    }
}
