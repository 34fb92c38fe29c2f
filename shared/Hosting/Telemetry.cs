using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WhatsAppBots.Hosting;

/// <summary>Export of traces, metrics and logs by OTLP.</summary>
public static class TelemetryServices
{
    // .NET has these built in. Addresses of outgoing requests are traced without their queries, which may hold signatures.
    private static readonly string[] _sources =
        ["WhatsAppBots.*", "Npgsql", "System.Net.Http", "Microsoft.AspNetCore", "Microsoft.Azure.Functions.Worker"];

    /// <summary>Meters that are exported, by name; a star stands for any end.</summary>
    public static IReadOnlyList<string> Meters { get; } =
    [
        "WhatsAppBots.*", "Npgsql", "System.Runtime", "System.Net.Http", "System.Net.NameResolution", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    /// <summary>Adds the export where OTEL_EXPORTER_OTLP_ENDPOINT is set; does nothing without it.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return services;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] ?? "whatsappbots"))
            .WithTracing(traces => traces.AddSource(_sources).AddOtlpExporter(options => Configure(options, configuration, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter([.. Meters])
                .AddOtlpExporter(options => Configure(options, configuration, "v1/metrics")))
            .WithLogging(
                logs => logs.AddOtlpExporter(options => Configure(options, configuration, "v1/logs")),
                options => options.IncludeFormattedMessage = true);
        return services;
    }

    // The exporter by itself reads the environment alone; settings may stand in local.settings.json too.
    private static void Configure(OtlpExporterOptions options, IConfiguration configuration, string path)
    {
        var endpoint = new Uri(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]!.TrimEnd('/') + "/");
        var http = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf";
        options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = http ? new Uri(endpoint, path) : endpoint;
        options.Headers = configuration["OTEL_EXPORTER_OTLP_HEADERS"];
    }
}
