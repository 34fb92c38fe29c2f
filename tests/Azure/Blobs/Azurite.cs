using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WhatsAppBots.Azure.Tests.Blobs;

/// <summary>Azurite, Azure's own stand-in for its storage, of the version that package-lock.json beside this project pins; installed by npm when first needed.</summary>
public sealed class Azurite : IAsyncLifetime
{
    // Azurite's own, in its documentation: it is nobody's secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-azurite-");
    private Process? _process;

    /// <summary>As MEDIA_STORE takes it in development.</summary>
    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        var project = Path.Combine(Path.GetDirectoryName(ServiceBusBroker.RootOf("WhatsAppBots.sln"))!, "tests", "Azure");
        var program = Path.Combine(project, "node_modules", "azurite", "dist", "src", "blob", "main.js");
        if (!File.Exists(program)) await InstallAsync(project, limit.Token);
        var port = FreePort();
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{port}/{Account};";

        // The client asks by an API that is younger than Azurite.
        _process = Process.Start(new ProcessStartInfo(
            "node",
            [program, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--blobHost", "127.0.0.1", "--blobPort", $"{port}", "--location", _folder.FullName])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(100, limit.Token);
            }
        }
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static async Task InstallAsync(string project, CancellationToken cancellationToken)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = project })!;
        await npm.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, npm.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
