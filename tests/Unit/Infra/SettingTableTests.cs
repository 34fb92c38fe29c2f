using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Ai;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Conversations;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Standalone;
using WhatsAppBots.Standalone.Check;
using WhatsAppBots.Standalone.Http;
using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>README's table of settings against the list that <c>check</c> uses, and the defaults of both against the options.</summary>
public sealed class SettingTableTests
{
    // Read by the simulator's options, the folder's own rule and the exporter; below, or by nobody else than them.
    private static readonly string[] _elsewhere = ["SIMULATOR_URL", "DATA_FOLDER", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_SERVICE_NAME"];

    private static readonly JsonSerializerOptions _json = new() { IncludeFields = true };

    // A default shows only where its neighbours are set.
    private static readonly Dictionary<string, string> _neighbours = new()
    {
        ["OPENAI_API_KEY"] = "k", ["OPENAI_MODEL"] = "m", ["TWILIO_ACCOUNT_SID"] = "AC1", ["TWILIO_AUTH_TOKEN"] = "t",
        ["TWILIO_WHATSAPP_NUMBER"] = "+15550001111", ["PUBLIC_URL"] = "https://bots.example.com", ["ENVIRONMENT"] = "development",
    };

    public static TheoryData<string> Defaults { get; } =
        [.. SettingCatalog.All.Where(setting => setting.Default is not null).Select(setting => setting.Name).Except(_elsewhere)];

    [Fact]
    public void Readme_HasOneRowForEachSetting_WithItsDefaultAndUnit() => Assert.Equal(
        SettingCatalog.All.Select(setting => $"`{setting.Name}` | {setting.Shown} | {setting.Unit}"),
        Repository.SettingRows.Select(row => string.Join(" | ", row.Take(3))));

    [Fact]
    public void Readme_SaysWhatEachSettingDoes() => Assert.All(Repository.SettingRows, row =>
    {
        Assert.Equal(4, row.Count);
        Assert.True(row[3].Length > 10, row[0]);
    });

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Default_IsWhatTheOptionsHave(string name)
    {
        var value = SettingCatalog.All.Single(setting => setting.Name == name).Default!;
        Assert.Equal(Options(name, null), Options(name, value));
        Assert.NotEqual(Options(name, null), Options(name, Other(value)));
    }

    [Fact]
    public void Defaults_ThatAreReadElsewhere_AreThose()
    {
        string Of(string name) => SettingCatalog.All.Single(setting => setting.Name == name).Default!;
        Assert.Equal(DevelopmentValues.SimulatorUrl, Of("SIMULATOR_URL"));
        Assert.Equal(Path.Combine(TopologyTests.Root, Of("DATA_FOLDER")), Settings.DataFolder(new ConfigurationBuilder().Build()));
        var telemetry = Repository.Text("shared/Hosting/Telemetry.cs");
        Assert.Contains($"configuration[\"OTEL_SERVICE_NAME\"] ?? \"{Of("OTEL_SERVICE_NAME")}\"", telemetry, StringComparison.Ordinal);
        Assert.Contains("http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc", telemetry, StringComparison.Ordinal);
    }

    private static string Options(string name, string? value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(_neighbours.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)).Append(KeyValuePair.Create(name, value))).Build();
        var kestrel = new KestrelServerOptions();
        HttpLimits.Apply(kestrel, configuration);
        object[] options =
        [
            EngineSettings.Read(configuration, overBus: false), AiSettings.Read(configuration), TwilioSettings.Read(configuration),
            RetentionOptions.Read(configuration), BackupOptions.Read(configuration), PortraitOptions.Read(configuration),
            new HabitOptions(false, "").With(configuration),
            MediaQuotaOptions.Read(configuration), AstriaOptions.Read(configuration), ApiOptions.Read(configuration),
        ];
        using var services = new ServiceCollection().AddLogging(logging => logging.SetLevels(configuration)).BuildServiceProvider();
        return string.Join('\n', options.Select(each => JsonSerializer.Serialize(each, each.GetType(), _json))
            .Append($"{kestrel.Limits.MaxConcurrentConnections}")
            .Append(Settings.OwnUrl(configuration))
            .Append($"{services.GetRequiredService<IOptions<LoggerFilterOptions>>().Value.MinLevel}"));
    }

    private static string Other(string value) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? $"{number + 1}"
        : value.Contains("://", StringComparison.Ordinal) ? value + "/other"
        : value == "Information" ? "Warning"
        : "1" + value;
}
