using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Grpc.Core;
using WhatsAppBots.Functions.Tests.Host.Protocol;

namespace WhatsAppBots.Functions.Tests.Host;

/// <summary>The process of one app, and the conversation of the Functions host with it.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private const string HostVersion = "4.1042.100";

    // Of W3C's own example: the worker reads it, and nobody follows it here.
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Channel<StreamingMessage> _toWorker = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StatusResult>> _calls = new();
    private readonly ConcurrentDictionary<StreamingMessage.ContentOneofCase, TaskCompletionSource<StreamingMessage>> _answers = new();
    private readonly ConcurrentDictionary<string, StatusResult> _loaded = new();
    private readonly ConcurrentQueue<string> _said = new();

    private Worker(Process process, string id) => (_process, Id) = (process, id);

    public string Id { get; }

    /// <summary>What it can do.</summary>
    public IReadOnlyList<HostedFunction> Functions { get; private set; } = [];

    /// <summary>Where it takes HTTP.</summary>
    public Uri Http { get; private set; } = null!;

    /// <summary>What it logged as a warning or worse, and what it wrote; for the message of a test that failed.</summary>
    public string Said => string.Join(Environment.NewLine, _said);

    /// <summary>It takes calls: its functions are loaded, and its stream is open.</summary>
    public bool Listens { get; private set; }

    /// <summary>How many calls failed.</summary>
    public int Failures => _failures;

    private int _failures;

    /// <summary>Starts the process.</summary>
    /// <param name="folder">The app's build.</param>
    /// <param name="grpc">The port it is to call.</param>
    public static Worker Start(string folder, string assembly, int grpc, IReadOnlyDictionary<string, string?> settings)
    {
        var (id, request) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(folder, assembly), "--host", "127.0.0.1", "--port", $"{grpc}", "--workerId", id, "--requestId", request, "--grpcMaxMessageLength", "2147483647",
            "--functions-uri", $"http://127.0.0.1:{grpc}/", "--functions-worker-id", id, "--functions-request-id", request,
            "--functions-grpc-max-message-length", "2147483647",
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = folder;
        start.Environment["AzureWebJobsScriptRoot"] = folder;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        var worker = new Worker(Process.Start(start)!, id);
        worker._process.OutputDataReceived += (_, line) => worker.Say(line.Data);
        worker._process.ErrorDataReceived += (_, line) => worker.Say(line.Data);
        worker._process.BeginOutputReadLine();
        worker._process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Speaks with it until its stream ends.</summary>
    public async Task SpeakAsync(IAsyncStreamReader<StreamingMessage> from, IServerStreamWriter<StreamingMessage> to, CancellationToken cancellationToken)
    {
        var writing = WriteAsync();
        try
        {
            while (await from.MoveNext(cancellationToken)) Hear(from.Current);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // A process that ends does not always end its stream.
        }
        finally
        {
            Listens = false;
            _toWorker.Writer.TryComplete();
            foreach (var call in _calls.Values) call.TrySetResult(new StatusResult { Exception = new Protocol.RpcException { Message = "The worker is gone." } });
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task WriteAsync()
        {
            await foreach (var message in _toWorker.Reader.ReadAllAsync(CancellationToken.None)) await to.WriteAsync(message, CancellationToken.None);
        }
    }

    /// <summary>Greets it, asks for its functions and loads them.</summary>
    public async Task LoadAsync(string folder)
    {
        var greeted = Answer(StreamingMessage.ContentOneofCase.WorkerInitResponse);
        await Answer(StreamingMessage.ContentOneofCase.StartStream).WaitAsync(_patience);
        Tell(new StreamingMessage { WorkerInitRequest = new WorkerInitRequest { HostVersion = HostVersion, WorkerDirectory = folder, FunctionAppDirectory = folder } });
        var init = (await greeted.WaitAsync(_patience)).WorkerInitResponse;
        Assert.Equal(StatusResult.Types.Status.Success, init.Result.Status);
        Http = new Uri(init.Capabilities["HttpUri"]);

        var described = Answer(StreamingMessage.ContentOneofCase.FunctionMetadataResponse);
        Tell(new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder } });
        Functions = [.. (await described.WaitAsync(_patience)).FunctionMetadataResponse.FunctionMetadataResults.Select(metadata => new HostedFunction(metadata))];
        foreach (var function in Functions)
        {
            function.Metadata.Directory = folder;
            Tell(new StreamingMessage { FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.Id, Metadata = function.Metadata } });
        }

        var until = Stopwatch.GetTimestamp();
        while (_loaded.Count < Functions.Count)
        {
            Assert.True(Stopwatch.GetElapsedTime(until) < _patience, $"Loaded: {string.Join(", ", _loaded.Keys)}. {Said}");
            await Task.Delay(10);
        }

        foreach (var function in Functions)
        {
            Assert.True(_loaded[function.Id].Status == StatusResult.Types.Status.Success, $"{function.Name}: {_loaded[function.Id].Exception?.Message}");
        }

        Listens = true;
    }

    /// <summary>Calls a function; its parameter is what the host would make of the trigger.</summary>
    /// <param name="route">Values of the route's parameters.</param>
    public async Task<StatusResult> CallAsync(
        HostedFunction function, TypedData parameter, string? invocation = null, IReadOnlyDictionary<string, object?>? route = null)
    {
        var (id, call) = (invocation ?? Guid.NewGuid().ToString(), new TaskCompletionSource<StatusResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        _calls[id] = call;
        var request = new InvocationRequest
        {
            InvocationId = id, FunctionId = function.Id, TraceContext = new TraceContext { TraceParent = Trace }, RetryContext = new RetryContext(),
        };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = parameter });
        foreach (var (name, value) in route ?? new Dictionary<string, object?>()) request.TriggerMetadata[name] = new TypedData { Text = $"{value}" };
        if (!Tell(new StreamingMessage { InvocationRequest = request })) return new StatusResult { Exception = new Protocol.RpcException { Message = "The worker is gone." } };
        var result = await call.Task;
        _calls.TryRemove(id, out _);
        if (result.Status != StatusResult.Types.Status.Success)
        {
            Interlocked.Increment(ref _failures);
            Say($"{function.Name} failed: {result.Exception?.Message} {result.Exception?.StackTrace}");
        }

        return result;
    }

    /// <summary>Asks it to end, as a host that stops does.</summary>
    public void Terminate() => Tell(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = new Seconds { Seconds_ = 30 } } });

    /// <summary>Asks it to end, as a platform that stops a container does.</summary>
    public async Task SignalAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])!;
        await kill.WaitForExitAsync();
    }

    /// <summary>Returns when the process is gone.</summary>
    public Task ExitAsync() => _process.WaitForExitAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private bool Tell(StreamingMessage message) => _toWorker.Writer.TryWrite(message);

    private Task<StreamingMessage> Answer(StreamingMessage.ContentOneofCase kind) => Awaited(kind).Task;

    private TaskCompletionSource<StreamingMessage> Awaited(StreamingMessage.ContentOneofCase kind) =>
        _answers.GetOrAdd(kind, _ => new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Hear(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_calls.TryGetValue(message.InvocationResponse.InvocationId, out var call)) call.TrySetResult(message.InvocationResponse.Result);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                _loaded[message.FunctionLoadResponse.FunctionId] = message.FunctionLoadResponse.Result;
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                if (message.RpcLog.Level >= 3) Say($"{message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}");
                break;
            default:
                Awaited(message.ContentCase).TrySetResult(message);
                break;
        }
    }

    // SMOKE_LOG is a folder in which all that the processes say is kept.
    private void Say(string? text)
    {
        if (text is null) return;
        if (Environment.GetEnvironmentVariable("SMOKE_LOG") is { Length: > 0 } log) File.AppendAllText($"{log}/{_process.Id}.log", text + Environment.NewLine);
        _said.Enqueue(text);
        while (_said.Count > 200) _said.TryDequeue(out _);
    }
}
