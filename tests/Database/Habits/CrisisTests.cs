using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Habits;

/// <summary>Who writes that they suffer, and who asks for a person, is found by those who run the bots.</summary>
public sealed class CrisisTests : EngineTest
{
    private const string Ann = "34600000001";
    private const string Bo = "34600000002";
    private const string Cy = "34600000003";

    private readonly ServiceProvider _bots = new ServiceCollection().AddLogging().AddSingleton(new AiPresence(false))
        .AddBots(new ConfigurationBuilder().Build()).BuildServiceProvider();

    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.DisposeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var handler = _bots.GetRequiredService<IConversationHandler>();
        Host = await EngineHost.StartAsync(
            Database.ConnectionString, handler, Channel, Time, services => services.AddHabitsStore(), ("1000", "habits"));
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
        await _bots.DisposeAsync();
    }

    [Fact]
    public async Task Crisis_IsFlaggedWithItsTime_AndStaysSo()
    {
        await Host.SayAsync(Ann, "read every day at 9pm");
        await Host.SayAsync(Bo, "hi");
        await Host.SayAsync(Cy, "human");
        Assert.Empty(await ListAsync("crisis"));

        var at = Time.GetUtcNow();
        await Host.SayAsync(Ann, "quiero morir");
        var flagged = Assert.Single(await ListAsync("crisis"));
        Assert.Equal((Ann, "crisis"), (flagged.Person.Phone, flagged.NeedsPerson));
        Assert.InRange(flagged.CrisisAt!.Value, at.AddSeconds(-1), at.AddMinutes(1));

        // They go on; what they wrote is still to be seen.
        await Host.SayAsync(Ann, "I'm back");
        await Host.SayAsync(Ann, "done with read");
        Assert.Equal(flagged.CrisisAt, Assert.Single(await ListAsync("crisis")).CrisisAt);

        var asked = Assert.Single(await ListAsync("asked"));
        Assert.Equal((Cy, "asked"), (asked.Person.Phone, asked.NeedsPerson));
        Assert.Equal([Cy, Ann], (await ListAsync("any")).Select(item => item.Person.Phone));
        Assert.Equal(3, (await ListAsync(null)).Count);
        Assert.Null((await ListAsync(null)).Single(item => item.Person.Phone == Bo).NeedsPerson);

        await Host.SayAsync(Cy, "bot");
        Assert.Empty(await ListAsync("asked"));
    }

    private async Task<IReadOnlyList<ConversationView>> ListAsync(string? needs)
    {
        var queries = new ConversationQueries(new Workspace(_connections));
        return (await queries.ListAsync(new PageRequest(null, 50), needs, CancellationToken.None)).Items;
    }
}
