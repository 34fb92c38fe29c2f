using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WhatsAppBots.Hosting;

/// <summary>Exports traces and metrics by OTLP where an endpoint is configured.</summary>
public static class TelemetryServices
{
    /// <summary>Does nothing without OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) services.AddHostedService<TelemetryExport>();
        return services;
    }
}

/// <summary>The providers, from start to stop of the host.</summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(configuration["OTEL_SERVICE_NAME"] ?? "whatsappbots");
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("WhatsAppBots.*", "Npgsql", "Microsoft.AspNetCore", "Microsoft.Azure.Functions.Worker")
            .AddOtlpExporter(options => Configure(options, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("WhatsAppBots.*", "Npgsql", "Microsoft.AspNetCore.Hosting")
            .AddOtlpExporter(options => Configure(options, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    // The exporter by itself reads the environment alone; settings may stand in local.settings.json too.
    private void Configure(OtlpExporterOptions options, string path)
    {
        var endpoint = new Uri(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]!.TrimEnd('/') + "/");
        var http = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf";
        options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = http ? new Uri(endpoint, path) : endpoint;
        options.Headers = configuration["OTEL_EXPORTER_OTLP_HEADERS"];
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(3000);
        _metrics?.ForceFlush(3000);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
