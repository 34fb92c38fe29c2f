using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Feed;
using WhatsAppBots.Desk.Sending;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Hosting;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>A test with all bots on number 1000 (habits), and the desk of the people who answer beside them.</summary>
public abstract class DeskTest : EngineTest
{
    protected const string Ann = "34600000001";
    protected const string Bo = "34600000002";

    private readonly ServiceProvider _bots = new ServiceCollection().AddLogging().AddSingleton(new AiPresence(false))
        .AddBots(new ConfigurationBuilder().Build()).BuildServiceProvider();

    protected WhatsAppBots.Data.Database Connections { get; private set; } = null!;

    protected ThreadProjector Projector { get; private set; } = null!;

    protected Workspace Workspace { get; private set; } = null!;

    protected AgentDesk Agents { get; private set; } = null!;

    protected ThreadQueries Threads { get; private set; } = null!;

    protected ThreadChanges ThreadsOf { get; private set; } = null!;

    protected Changes Feed { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.DisposeAsync();
        Connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        Host = await EngineHost.StartAsync(
            Database.ConnectionString, _bots.GetRequiredService<IConversationHandler>(), Channel, Time, Add,
            ("1000", "habits"));
        (Projector, Workspace) = (new ThreadProjector(Connections, Time), new Workspace(Connections));
        Agents = new AgentDesk(Workspace, Host.Engine, Options.Create(new SecretKey()), Time);
        (Threads, Feed) = (new ThreadQueries(Workspace, Time), new Changes(Workspace));
        ThreadsOf = new ThreadChanges(Workspace, Host.Engine, Time);
    }

    /// <summary>Registers what the host needs besides the engine.</summary>
    protected virtual void Add(IServiceCollection services) => services.AddHabitsStore();

    public override async Task DisposeAsync()
    {
        Projector.Dispose();
        await Connections.DisposeAsync();
        await base.DisposeAsync();
        await _bots.DisposeAsync();
    }

    /// <summary>The conversation of a person.</summary>
    protected async Task<long> OfAsync(string phone) => (await QueryAsync<long>(
        "select c.id from chat.conversations c join chat.people p on p.id = c.person_id where p.phone = @phone", new { phone })).Single();

    /// <summary>Sends a text as an agent, and returns when it was handled.</summary>
    protected async Task<TakenRequest?> SendAsync(
        long conversation, string text, string key = "one", string by = "agent:7", long? read = null, OutgoingContent? content = null)
    {
        var taken = await Agents.SendAsync(
            new DeskRequest(by, key, conversation), content ?? new TextMessage(text), null, read, null, CancellationToken.None);
        await Host.IdleAsync();
        return taken;
    }

    /// <summary>The thread of a conversation, brought up to date.</summary>
    protected async Task<ThreadView> ThreadAsync(long conversation, long user = 7)
    {
        await Projector.SweepAsync(CancellationToken.None);
        return (await Threads.FindAsync(conversation, user, CancellationToken.None))!;
    }

    /// <summary>A list of threads, brought up to date.</summary>
    protected async Task<IReadOnlyList<ThreadView>> ListAsync(string view, long user = 7, string? status = null)
    {
        await Projector.SweepAsync(CancellationToken.None);
        var page = await Threads.ListAsync(
            new ThreadFilter(view, status, null, null), user, new PageRequest(null, 50), CancellationToken.None);
        return page.Items;
    }
}
