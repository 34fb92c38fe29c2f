using System.Diagnostics;
using System.Net;
using Azure.Messaging.ServiceBus;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Functions.Tests.Host.Protocol;

namespace WhatsAppBots.Functions.Tests.Host;

/// <summary>
/// One app under a host of our own that does what the Functions host does: it speaks the worker's protocol over gRPC, passes HTTP on to the
/// worker, hears the bus and keeps the timers. An answer of the worker is passed on as it is: the real host may make a failed one a 500.
/// </summary>
internal sealed class AppHost : FunctionRpc.FunctionRpcBase, IAsyncDisposable
{
    private const string Invocation = "x-ms-invocation-id";

    private static readonly string[] _notPassedOn = ["host", "connection", "transfer-encoding", "keep-alive"];

    private readonly string _folder;
    private readonly string _assembly;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _timers = [];
    private readonly List<ServiceBusProcessor> _hearings = [];
    private WebApplication _grpc = null!;
    private WebApplication? _front;
    private ServiceBusClient? _bus;

    private AppHost(string folder, string assembly, IReadOnlyDictionary<string, string?> settings)
    {
        (_folder, _assembly, _settings) = (folder, assembly, settings);
        _http = new HttpClient(_handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>The app's process that takes calls now.</summary>
    public Worker Worker { get; private set; } = null!;

    /// <summary>From the start of the process until all its functions were loaded.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Starts an app from its build.</summary>
    public static async Task<AppHost> StartAsync(string folder, string assembly, IReadOnlyDictionary<string, string?> settings)
    {
        var host = new AppHost(folder, assembly, settings);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRouting();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.Services.AddSingleton(host);
        host._grpc = builder.Build();
        host._grpc.MapGrpcService<AppHost>();
        await host._grpc.StartAsync();
        await host.RestartAsync();
        await host.OpenAsync();
        return host;
    }

    /// <summary>Starts another process of the app; who called the one before calls this one.</summary>
    public async Task RestartAsync()
    {
        if (Worker is not null) await Worker.DisposeAsync();
        var began = Stopwatch.GetTimestamp();
        Worker = Worker.Start(_folder, _assembly, new Uri(_grpc.Urls.First()).Port, _settings);
        try
        {
            await Worker.LoadAsync(_folder);
        }
        catch (Exception e) when (e is TimeoutException or KeyNotFoundException)
        {
            throw new InvalidOperationException($"{_assembly} did not start: {Worker.Said}", e);
        }

        StartedIn = Stopwatch.GetElapsedTime(began);
    }

    /// <summary>A worker's stream.</summary>
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context) =>
        await Worker.SpeakAsync(requestStream, responseStream, context.CancellationToken);

    /// <summary>Calls a timer function.</summary>
    public Task<StatusResult> TickAsync(HostedFunction function) =>
        Worker.CallAsync(function, new TypedData { Json = """{"ScheduleStatus":null,"IsPastDue":false}""" });

    /// <summary>Calls an event function.</summary>
    public Task<StatusResult> TellAsync(HostedFunction function, string body) => Worker.CallAsync(function, new TypedData { Text = body });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var hearing in _hearings) await hearing.DisposeAsync();
        await Task.WhenAll(_timers);
        if (_front is not null) await _front.DisposeAsync();
        await Worker.DisposeAsync();
        await _grpc.DisposeAsync();
        if (_bus is not null) await _bus.DisposeAsync();
        _http.Dispose();
        _handler.Dispose();
        _stop.Dispose();
    }

    private async Task OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(_settings["PUBLIC_URL"]!).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRouting();
        _front = builder.Build();
        foreach (var function in Worker.Functions.Where(function => function.IsHttp))
        {
            var methods = function.Trigger["methods"]!.AsArray().Select(method => method!.ToString().ToUpperInvariant());
            _front.MapMethods(function.Trigger["route"]!.ToString(), methods, context => PassOnAsync(context, function.Name));
        }

        await _front.StartAsync();
        _bus = new ServiceBusClient(_settings["SERVICEBUS_CONNECTION_STRING"]);
        foreach (var function in Worker.Functions.Where(function => function.IsEvent)) await HearAsync(function);
        foreach (var function in Worker.Functions.Where(function => function.IsTimer)) _timers.Add(KeepAsync(function));
    }

    private HostedFunction Now(string name) => Worker.Functions.Single(function => function.Name == name);

    private async Task PassOnAsync(HttpContext context, string name)
    {
        var (id, worker) = (Guid.NewGuid().ToString(), Worker);
        var call = worker.CallAsync(Now(name), new TypedData { Http = new Http() }, id, context.Request.RouteValues);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(worker.Http, context.Request.Path + context.Request.QueryString.Value));
        if (context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(context.Request.Body);
        foreach (var (header, values) in context.Request.Headers)
        {
            if (_notPassedOn.Contains(header, StringComparer.OrdinalIgnoreCase)) continue;
            if (!request.Headers.TryAddWithoutValidation(header, values.AsEnumerable())) request.Content?.Headers.TryAddWithoutValidation(header, values.AsEnumerable());
        }

        request.Headers.Add(Invocation, id);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (header, values) in response.Headers.Concat(response.Content.Headers))
            {
                if (!_notPassedOn.Contains(header, StringComparer.OrdinalIgnoreCase)) context.Response.Headers[header] = values.ToArray();
            }

            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }

        await call;
    }

    private async Task HearAsync(HostedFunction function)
    {
        var path = function.Trigger["subscriptionName"]!.ToString().Split('/');
        var processor = _bus!.CreateProcessor(
            function.Trigger["topicName"]!.ToString(), path[0],
            new ServiceBusProcessorOptions { MaxConcurrentCalls = 200, SubQueue = path.Length > 1 ? SubQueue.DeadLetter : SubQueue.None });
        processor.ProcessMessageAsync += async message =>
        {
            // A host without a worker leaves messages where they are.
            while (!Worker.Listens) await Task.Delay(50, _stop.Token);
            var result = await TellAsync(Now(function.Name), message.Message.Body.ToString());
            if (result.Status != StatusResult.Types.Status.Success) throw new InvalidOperationException("The function failed.");
        };
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        _hearings.Add(processor);
        await processor.StartProcessingAsync();
    }

    // Those that tick by seconds; the others a test calls.
    private async Task KeepAsync(HostedFunction function)
    {
        if (function.Trigger["schedule"]!.ToString().Split('/', ' ') is not ["*", var seconds, "*", "*", "*", "*", "*"]) return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)));
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                if (Worker.Listens) await TickAsync(Now(function.Name)).WaitAsync(_stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
