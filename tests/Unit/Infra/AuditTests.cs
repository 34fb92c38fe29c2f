using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>The audit of packages, with an SDK that says what the test tells it to.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Found = "echo 'Project `x` has the following vulnerable packages'";
    private const string Nothing = "echo 'The given project `x` has no vulnerable packages given the current sources.'";

    private readonly DirectoryInfo _bin = Directory.CreateTempSubdirectory("whatsappbots-audit-");

    public void Dispose() => _bin.Delete(recursive: true);

    [Fact]
    public async Task Packages_ThatAreFine_PassAndSaySo()
    {
        var audit = await RunAsync(known: Found, ours: Nothing);
        Assert.Equal((0, "Audited: no package is known to be vulnerable.\n"), (audit.Exit, audit.Output));
        var asked = await File.ReadAllLinesAsync(Path.Combine(_bin.FullName, "asked"));
        Assert.Equal(
            ["Standalone WhatsAppBots.sln", "Azure functions/Messages", "Azure functions/Images", "Azure functions/Payments", "Azure functions/Maintenance", "Azure functions/Admin"],
            asked[1..]);
    }

    [Theory]
    [InlineData(Found)]
    [InlineData("echo 'error NU1903: Warning As Error: Package has a known high severity vulnerability'; exit 1")]
    public async Task Package_KnownToBeVulnerable_Fails(string ours) => Assert.Equal(1, (await RunAsync(known: Found, ours)).Exit);

    [Theory]
    [InlineData(Nothing, Nothing)]
    [InlineData("exit 1", Nothing)]
    [InlineData(Found, "exit 1")]
    public async Task Registry_ThatDoesNotTell_IsSaidPlainly_AndFailsWhereItMust(string known, string ours)
    {
        var audit = await RunAsync(known, ours);
        Assert.Equal((0, ""), (audit.Exit, audit.Output));
        Assert.StartsWith("NOT AUDITED: ", audit.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(known, ours, "--required")).Exit);
    }

    private async Task<Command> RunAsync(string known, string ours, params string[] arguments)
    {
        var program = Path.Combine(_bin.FullName, "dotnet");
        await File.WriteAllTextAsync(program, $"""
            #!/bin/sh
            echo "$FunctionsHost $2" >> {_bin.FullName}/asked
            case $2 in
              */known.csproj) {known};;
              *) {ours};;
            esac
            """);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return await Command.RunAsync(Repository.PathOf(".ci/audit"), arguments, new Dictionary<string, string?>
        {
            ["PATH"] = $"{_bin.FullName}:{Environment.GetEnvironmentVariable("PATH")}", ["FunctionsHost"] = "Standalone",
        });
    }
}
