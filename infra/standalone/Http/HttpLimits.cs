using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WhatsAppBots.Standalone.Http;

/// <summary>Limits for callers who have not been identified yet.</summary>
internal static class HttpLimits
{
    // A connection costs some 10 kB, and up to 16 kB of a body that is being read: 40 MB for all. A reverse proxy uses some dozens.
    private const int DefaultConnections = 1500;
    private const int MostConnections = 100_000;
    private const string ConnectionsSetting = "MAX_CONNECTIONS";

    // Bytes of a body that have arrived and are not read yet, for each connection.
    internal const long RequestBuffer = 32 * 1024;

    // The webhook itself answers 413 above 3 MB; this is only an upper bound.
    private const long MaxRequestBody = 8 * 1024 * 1024;

    // Each read of a body has a time limit of its own; this ends those that stall.
    private const double BodyBytesPerSecond = 4096;

    /// <summary>Fault of MAX_CONNECTIONS; null where there is none.</summary>
    public static string? Fault(IConfiguration configuration) =>
        configuration[ConnectionsSetting] is { Length: > 0 } text && Connections(text) is null
            ? $"{ConnectionsSetting} is \"{text}\"; it takes a number from 100 to {MostConnections}."
            : null;

    /// <summary>Sets the limits.</summary>
    public static void Apply(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        var limits = kestrel.Limits;
        kestrel.AddServerHeader = false;
        limits.MaxConcurrentConnections = Connections(configuration[ConnectionsSetting] ?? "") ?? DefaultConnections;
        limits.MaxRequestBodySize = MaxRequestBody;
        limits.MaxRequestBufferSize = RequestBuffer;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        limits.MinRequestBodyDataRate = new MinDataRate(BodyBytesPerSecond, TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection = 50;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
    }

    private static int? Connections(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 100 and <= MostConnections
            ? number
            : null;
}
