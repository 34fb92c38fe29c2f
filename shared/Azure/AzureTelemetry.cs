using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Azure;

/// <summary>Traces, metrics and logs to Application Insights where it is configured, else by OTLP as everywhere.</summary>
internal static class AzureTelemetry
{
    /// <summary>Reads APPLICATIONINSIGHTS_CONNECTION_STRING; the exporter does so too.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 })
        {
            services.AddTelemetry(configuration);
            return;
        }

        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource("WhatsAppBots.*", "Npgsql"))
            .WithMetrics(metrics => metrics.AddMeter([.. TelemetryServices.Meters]))
            .UseAzureMonitorExporter();
    }
}
