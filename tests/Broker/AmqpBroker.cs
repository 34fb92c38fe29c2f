using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using System.Xml;
using Amqp;
using Amqp.Framing;
using Amqp.Handler;
using Amqp.Listener;
using Amqp.Types;

namespace WhatsAppBots.Broker;

/// <summary>
/// Service Bus as far as a topic and its subscriptions go, spoken to by the real client: filters by label, repetitions known by their id,
/// locks that are renewed and end, deliveries that are counted, dead letters. What it holds outlives its being away, not its process.
/// </summary>
public sealed class AmqpBroker : IAsyncDisposable
{
    /// <summary>Bytes of a message or of a batch at most, as of Service Bus Standard.</summary>
    public const int LargestMessage = 256 * 1024;

    private const string Cbs = "$cbs";
    private const string Management = "$management";
    private const string DeadLetters = "/$deadletterqueue";
    private const uint BatchFormat = 0x80013700;
    private const int Credit = 1000;

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(200);

    private readonly string _topic;
    private readonly TimeSpan _remembered;
    private readonly Dictionary<string, DateTime> _seen = [];
    private readonly List<(string[] Labels, Subscription Subscription)> _filters = [];
    private readonly Dictionary<string, Subscription> _subscriptions = new(StringComparer.OrdinalIgnoreCase);

    // All that happens does so on one thread: the library calls from many, some of them with locks of its own.
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _worker;
    private readonly Timer _clock;
    private ContainerHost? _host;
    private (ListenerLink Link, Guid Token)? _sending;
    private long _number;

    private AmqpBroker(string topology, TimeSpan? lockDuration)
    {
        var topic = JsonNode.Parse(File.ReadAllText(topology))!["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;
        _topic = topic["Name"]!.ToString();
        _remembered = XmlConvert.ToTimeSpan(topic["Properties"]!["DuplicateDetectionHistoryTimeWindow"]!.ToString());
        foreach (var one in topic["Subscriptions"]!.AsArray())
        {
            var properties = one!["Properties"]!;
            var limits = new SubscriptionLimits(
                lockDuration ?? XmlConvert.ToTimeSpan(properties["LockDuration"]!.ToString()), (int)properties["MaxDeliveryCount"]!);
            var dead = new Subscription(limits, null) { Send = Send };
            var subscription = new Subscription(limits, dead) { Send = Send };
            var path = $"{_topic}/subscriptions/{one["Name"]}";
            (_subscriptions[path], _subscriptions[path + DeadLetters]) = (subscription, dead);
            _filters.Add((
                [.. one["Rules"]!.AsArray().Select(rule => rule!["Properties"]!["CorrelationFilter"]!["Label"]!.ToString())], subscription));
        }

        Port = FreePort();
        _worker = Task.Run(WorkAsync);
        _clock = new Timer(_ => Do(Expire), null, _look, _look);
    }

    /// <summary>The port it listens at, on 127.0.0.1, for as long as it lives.</summary>
    public int Port { get; }

    /// <summary>What the real client takes.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=any;SharedAccessKey=any;UseDevelopmentEmulator=true;";

    /// <summary>Starts one.</summary>
    /// <param name="topology">The file that the emulator reads too.</param>
    /// <param name="lockDuration">Instead of the file's.</param>
    public static AmqpBroker Start(string topology, TimeSpan? lockDuration = null)
    {
        var broker = new AmqpBroker(topology, lockDuration);
        broker.Come();
        return broker;
    }

    /// <summary>Is away: connections break and none are taken.</summary>
    public void Go()
    {
        _host?.Close();
        _host = null;
    }

    /// <summary>Is back, with what it had.</summary>
    public void Come()
    {
        var host = new ContainerHost(new Address($"amqp://127.0.0.1:{Port}")) { AddressResolver = (_, attach) => Service(AddressOf(attach)) };
        host.Listeners[0].SASL.EnableMechanism(new Symbol(CbsProfile.Name), new CbsProfile());
        host.Listeners[0].SASL.EnableAnonymousMechanism = true;
        host.Listeners[0].HandlerFactory = _ => new Tags(this);
        host.RegisterRequestProcessor(Cbs, new Requests(_ => Answer(202)));
        host.RegisterRequestProcessor(Management, new Requests(request => Ask(() => Manage(request))));
        host.RegisterLinkProcessor(new Links(this));
        host.Open();
        _host = host;
    }

    /// <summary>How many messages a subscription holds.</summary>
    /// <param name="subscription">Its name, or <c>name/$DeadLetterQueue</c>.</param>
    public int Count(string subscription) => Ask(() => _subscriptions[$"{_topic}/subscriptions/{subscription}"].Count);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _clock.DisposeAsync();
        Go();
        _work.Writer.TryComplete();
        await _worker;
    }

    private void Do(Action action) => _work.Writer.TryWrite(action);

    private T Ask<T>(Func<T> ask)
    {
        var answer = new TaskCompletionSource<T>();
        Do(() => answer.SetResult(ask()));
        return answer.Task.GetAwaiter().GetResult();
    }

    private void UntilWritten()
    {
        using var isDone = new ManualResetEventSlim();
        if (_work.Writer.TryWrite(isDone.Set)) isDone.Wait();
    }

    private async Task WorkAsync()
    {
        await foreach (var action in _work.Reader.ReadAllAsync())
        {
            try
            {
                action();
            }
            catch (Exception e) when (e is AmqpException or InvalidOperationException or ObjectDisposedException)
            {
                // Somebody is gone in the middle of it.
                Trace.WriteLine(TraceLevel.Warning, e.Message);
            }
        }
    }

    private void Expire()
    {
        foreach (var subscription in _subscriptions.Values) subscription.Expire();
        foreach (var (id, _) in _seen.Where(pair => pair.Value + _remembered < TimeProvider.System.GetUtcNow().UtcDateTime).ToList()) _seen.Remove(id);
    }

    private void Publish(Message message)
    {
        if (message.Properties?.MessageId is { } id && !_seen.TryAdd(id, TimeProvider.System.GetUtcNow().UtcDateTime)) return;
        var buffer = message.Encode();
        var encoded = buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
        var number = ++_number;
        foreach (var (labels, subscription) in _filters)
        {
            if (labels.Contains(message.Properties?.Subject)) subscription.Add(new StoredMessage(encoded, number, TimeProvider.System.GetUtcNow().UtcDateTime));
        }
    }

    private bool Send(ListenerLink link, StoredMessage message, Guid token, DateTime until)
    {
        try
        {
            _sending = (link, token);
            link.SendMessage(message.Decode(until));
            return true;
        }
        catch (AmqpException)
        {
            return false;
        }
        finally
        {
            _sending = null;
        }
    }

    private Message Manage(Message request)
    {
        var map = (Map)request.Body;
        var tokens = ((Array)map["lock-tokens"]).Cast<Guid>().ToList();
        switch (request.ApplicationProperties["operation"].ToString())
        {
            case "com.microsoft:renew-lock":
                var until = tokens.Select(token => _subscriptions.Values.Select(one => one.Renew(token)).FirstOrDefault(renewed => renewed is not null)).ToList();
                return until.Contains(null) ? Lost() : Answer(200, new Map { ["expirations"] = until.Select(at => at!.Value).ToArray() });
            case "com.microsoft:update-disposition":
                var settlement = map["disposition-status"].ToString() switch
                {
                    "completed" => Settlement.Complete,
                    "suspended" => Settlement.DeadLetter,
                    _ => Settlement.Abandon,
                };
                return tokens.All(token => Settle(token, settlement)) ? Answer(200) : Lost();
            default:
                return Answer(501);
        }
    }

    private bool Settle(Guid token, Settlement settlement) => _subscriptions.Values.Any(one => one.Settle(token, settlement));

    private static Message Lost()
    {
        var answer = Answer(410);
        answer.ApplicationProperties["errorCondition"] = new Symbol("com.microsoft:message-lock-lost");
        return answer;
    }

    private static Message Answer(int status, Map? body = null) => new(body ?? [])
    {
        ApplicationProperties = new ApplicationProperties
        {
            ["status-code"] = status, ["status-description"] = "", ["statusCode"] = status, ["statusDescription"] = "",
        },
    };

    private static string? AddressOf(Attach attach) => attach.Role ? (attach.Source as Source)?.Address : (attach.Target as Target)?.Address;

    private static string? Service(string? address) =>
        address == Cbs ? Cbs : address?.EndsWith(Management, StringComparison.OrdinalIgnoreCase) == true ? Management : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Links(AmqpBroker broker) : ILinkProcessor
    {
        public void Process(AttachContext context)
        {
            var address = AddressOf(context.Attach)?.Trim('/');
            context.Attach.MaxMessageSize = LargestMessage;
            if (context.Link.Role && string.Equals(address, broker._topic, StringComparison.OrdinalIgnoreCase)) context.Complete(new Incoming(broker), Credit);
            else if (!context.Link.Role && address is not null && broker._subscriptions.TryGetValue(address, out var subscription)) context.Complete(new Outgoing(broker, subscription), 0);
            else context.Complete(new Error(ErrorCode.NotFound) { Description = $"There is no {address}." });
        }
    }

    private sealed class Incoming(AmqpBroker broker) : LinkEndpoint
    {
        public override void OnMessage(MessageContext context) => broker.Do(() =>
        {
            if (context.Message.Format == BatchFormat)
            {
                foreach (var part in Parts(context.Message)) broker.Publish(Message.Decode(new ByteBuffer(part, 0, part.Length, part.Length)));
            }
            else
            {
                broker.Publish(context.Message);
            }

            context.Complete();
        });

        public override void OnFlow(FlowContext flowContext)
        {
        }

        public override void OnDisposition(DispositionContext dispositionContext)
        {
        }

        private static IEnumerable<byte[]> Parts(Message batch) => batch.BodySection switch
        {
            Data one => [one.Binary],
            DataList many => Enumerable.Range(0, many.Count).Select(n => many[n].Binary),
            _ => throw new InvalidOperationException("This is no batch."),
        };
    }

    private sealed class Outgoing(AmqpBroker broker, Subscription subscription) : LinkEndpoint
    {
        public override void OnFlow(FlowContext context) => broker.Do(() => subscription.Credit(context.Link, context.Messages));

        public override void OnDisposition(DispositionContext context)
        {
            var token = new Guid(context.Message.DeliveryTag);
            Settlement? settlement = context.DeliveryState switch
            {
                Accepted => Settlement.Complete,
                Rejected => Settlement.DeadLetter,
                Modified => Settlement.Abandon,

                // So the library tells of what was not settled when a link ends; its lock goes on.
                Released when context.Link.IsClosed => null,
                Released => Settlement.Release,
                _ => null,
            };
            if (settlement is not { } given) return;
            broker.Do(() =>
            {
                // The client takes a reason in the answer for a failure, even its own.
                DeliveryState outcome = subscription.Settle(token, given)
                    ? given == Settlement.DeadLetter ? new Rejected() : context.DeliveryState
                    : new Rejected { Error = new Error(new Symbol("com.microsoft:message-lock-lost")) { Description = "The lock has ended." } };
                context.Link.DisposeMessage(context.Message, outcome, true);
            });
        }

        public override void OnLinkClosed(ListenerLink link, Error error) => broker.Do(() => subscription.Remove(link));
    }

    private sealed class Requests(Func<Message, Message> answer) : IRequestProcessor
    {
        int IRequestProcessor.Credit => 100;

        public void Process(RequestContext requestContext) => requestContext.Complete(answer(requestContext.Message));
    }

    private sealed class Tags(AmqpBroker broker) : IHandler
    {
        public bool CanHandle(EventId id) => id is EventId.SendDelivery or EventId.SessionLocalOpen;

        public void Handle(Event protocolEvent)
        {
            // The library gives a new session the channel of one that ends, though the "end" of that one may still wait behind a frame
            // which the worker is writing. A client that gets "begin" before "end" closes the connection, and its message waits a minute.
            if (protocolEvent.Id == EventId.SessionLocalOpen) broker.UntilWritten();

            // The client takes the tag of a delivery for the token of its lock.
            if (protocolEvent.Context is IDelivery delivery && broker._sending is { } sending && ReferenceEquals(sending.Link, protocolEvent.Link))
            {
                delivery.Tag = sending.Token.ToByteArray();
            }
        }
    }
}
