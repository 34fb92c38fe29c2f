using WhatsAppBots.Testing;

namespace WhatsAppBots.EndToEnd.Tests.Commands;

/// <summary>Each command that setup.md and troubleshooting.md name runs, against a host with its stand-ins.</summary>
public sealed class DocumentTests(CommandSite site) : IClassFixture<CommandSite>
{
    // Programs and addresses of others: what they do can't be tried on one machine.
    private static readonly string[] _elsewhere =
    [
        "cloudflared ", "ngrok ", "stripe ",
        "curl --fail -X POST -H \"Authorization: Bearer $WHATSAPP_API_KEY\" \"https://graph.facebook.com",
    ];

    public static TheoryData<string> Commands { get; } = [.. new[] { "setup.md", "troubleshooting.md" }.SelectMany(Read).Where(IsHere).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_Runs(string command)
    {
        var shell = site.Shell.ToDictionary(each => each.Key, each => (string?)each.Value);
        shell["WHATSAPP_NUMBER_ID"] = Site.Echo;
        var line = command.Replace("dotnet run --project infra/standalone --", $"dotnet '{CommandSite.Program}'", StringComparison.Ordinal);
        var run = await Command.RunAsync("bash", ["-euo", "pipefail", "-c", line], shell);
        Assert.True(run.Exit == 0, $"{command} ended with {run.Exit}:\n{run.Output}\n{run.Error}");
        Assert.NotEqual("", run.Output.Trim());
    }

    [Fact]
    public void Commands_OfOthers_AreStillNamed() => Assert.All(
        _elsewhere, begin => Assert.Contains(Read("setup.md"), command => command.StartsWith(begin, StringComparison.Ordinal)));

    // The commands stand in boxes of the language sh, one a line.
    private static IEnumerable<string> Read(string file)
    {
        var isCommand = false;
        foreach (var line in File.ReadLines(CommandSite.FileOf($"infra/{file}")).Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isCommand = line == "```sh";
            else if (isCommand && line.Length > 0) yield return line;
        }
    }

    private static bool IsHere(string command) => !_elsewhere.Any(begin => command.StartsWith(begin, StringComparison.Ordinal));
}
