using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>
/// A bot with tables of its own: <c>saver</c> on number 2000 keeps coins. It reads them by its snapshot and writes them by its store effect;
/// <c>test</c> on number 1000 knows nothing of it.
/// </summary>
public sealed class SnapshotReadTests : EngineTest
{
    private const string Saver = "saver";
    private const string Ann = "15550001";
    private const string Bo = "15550002";

    private const string ReadSql = "select s.conversation_id, s.coins::text from public.read_savings($1) s";

    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(6);

    private readonly CountingBot _bots = new() { Snapshots = [new SnapshotRead(Saver, ReadSql)], Override = Handle };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Host.DisposeAsync();
        await ExecuteAsync(
            """
            create table public.savings (conversation_id bigint primary key, coins int not null check (coins < 1000));
            create table public.reads (at timestamptz default clock_timestamp(), conversations int);
            """);
        await ReadByAsync("select conversation_id, coins from public.savings where conversation_id = any(ids)");
        Host = await StartSaverAsync();
    }

    [Fact]
    public async Task Handler_SeesItsRows_FromTheFirstMessageOn_AndWritesThemInTheSameTransaction()
    {
        await SayAsync(Ann, "save 5");
        await SayAsync(Ann, "save 7");
        await SayAsync(Bo, "save 1");
        await SayAsync(Ann, "how many");

        Assert.Equal(["had none", "had 5", "had 12"], Channel.TextsTo(Ann));
        Assert.Equal(["had none"], Channel.TextsTo(Bo));
        Assert.Equal([1, 12], (await QueryAsync<int>("select coins from public.savings")).Order());
    }

    [Fact]
    public async Task Handler_SeesWhatWasWrittenElsewhereMeanwhile()
    {
        await SayAsync(Ann, "save 5");
        await ExecuteAsync("update public.savings set coins = 100");
        await SayAsync(Ann, "how many");
        Assert.Equal("had 100", Channel.TextsTo(Ann)[^1]);
    }

    [Fact]
    public async Task Conversations_OfOneBatch_AreReadByOneStatement()
    {
        await SayAsync(Ann, "save 1");
        await SayAsync(Bo, "save 2");
        await ExecuteAsync("truncate public.reads");
        await Host.StoreAsync(To(Ann, "how many"), To(Bo, "how many"));
        await Host.IdleAsync();
        Assert.Equal([2], await QueryAsync<int>("select conversations from public.reads"));
    }

    [Fact]
    public async Task Bot_WithoutASnapshot_CausesNoRead()
    {
        await Host.SayAsync(Ann, "hi");
        await Host.SayAsync(Ann, "again");
        Assert.Equal(["no saver", "no saver"], Channel.TextsTo(Ann));
        Assert.Equal(0, await CountAsync("public.reads"));
    }

    [Theory]
    [InlineData("select conversation_id, coins / 0 from public.savings where conversation_id = any(ids)")]
    [InlineData("select conversation_id, coins from public.gone")]
    [InlineData("select conversation_id, coins from public.savings, pg_sleep(20) where conversation_id = any(ids)")]
    public async Task Read_ThatFails_HoldsUpItsBotsConversationsAlone(string broken)
    {
        await SayAsync(Ann, "save 5");
        await Host.SayAsync(Bo, "hi");
        await ReadByAsync(broken);

        await Host.StoreAsync(To(Ann, "how many"), Host.Message(Bo, "one"), Host.Message("15550003", "stranger"));
        await Host.IdleAsync();
        Assert.Equal(["no saver", "no saver"], Channel.TextsTo(Bo));
        Assert.Equal(["no saver"], Channel.TextsTo("15550003"));
        Assert.Equal(["had none"], Channel.TextsTo(Ann));

        // While it rests nobody waits for it again, and once it works what waited is answered.
        await Host.StoreAsync(To(Ann, "save 1"), Host.Message(Bo, "two"));
        await Host.IdleAsync();
        Assert.Equal(3, Channel.TextsTo(Bo).Count);
        await ReadByAsync("select conversation_id, coins from public.savings where conversation_id = any(ids)");
        await PassAsync(3);
        Assert.Equal(["had none", "had 5", "had 5"], Channel.TextsTo(Ann));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
    }

    [Fact]
    public async Task Read_ThatStaysBroken_GivesItsInputsUpAsDeadLetters_AndKeepsTheState()
    {
        await SayAsync(Ann, "save 5");
        await ReadByAsync("select conversation_id, coins / 0 from public.savings where conversation_id = any(ids)");
        await SayAsync(Ann, "how many");
        await PassAsync(20);
        Assert.Equal([6], await QueryAsync<int>("select attempts from events.dead_letters"));
        Assert.Equal(["Open"], await QueryAsync<string>("select state from chat.conversations"));
    }

    [Fact]
    public async Task Read_OfAWrongType_FailsLikeAnyOther()
    {
        await Host.DisposeAsync();
        var bots = new CountingBot { Snapshots = [new SnapshotRead(Saver, "select 'x', id::text from unnest($1::bigint[]) as u(id)")], Override = Handle };
        Host = await StartSaverAsync(bots);
        await Host.StoreAsync(To(Ann, "save 5"), Host.Message(Bo, "hi"));
        await Host.IdleAsync();
        await PassAsync(20);
        Assert.Equal(["no saver"], Channel.TextsTo(Bo));
        Assert.Empty(Channel.TextsTo(Ann));
        Assert.Equal(1, await CountAsync("events.dead_letters"));
    }

    [Fact]
    public async Task Rows_ThatTheDatabaseRefuses_FailTheirInputAlone()
    {
        await Host.StoreAsync(To(Ann, "save 5000"), To(Bo, "save 5"));
        await Host.IdleAsync();
        await PassAsync(20);
        await SayAsync(Ann, "save 6");
        Assert.Equal(["had none"], Channel.TextsTo(Bo));
        Assert.Equal(["had none"], Channel.TextsTo(Ann));
        Assert.Equal([5, 6], (await QueryAsync<int>("select coins from public.savings")).Order());
        Assert.Equal(1, await CountAsync("events.dead_letters"));
    }

    [Fact]
    public async Task Effect_ThatNothingWrites_FailsItsInputBeforeTheBatchIsWritten()
    {
        await Host.StoreAsync(To(Ann, "lose"), To(Bo, "save 5"));
        await Host.IdleAsync();
        Assert.Equal(["had none"], Channel.TextsTo(Bo));
        await PassAsync(20);
        Assert.Contains("No IEffectStore is registered for LoseCoins", Assert.Single(await QueryAsync<string>("select error from events.dead_letters")), StringComparison.Ordinal);
    }

    // The committer's settings forbid scans, so that a read which needs one stands out here rather than in a large database.
    [Theory]
    [InlineData("select conversation_id, coins::text from public.savings where conversation_id = any($1)", true)]
    [InlineData("select conversation_id, coins::text from public.savings where conversation_id::text = any($1::text[])", false)]
    public async Task Plan_UnderTheCommittersSettings_LooksUpByKeyOrIsFound(string sql, bool isGood) =>
        Assert.Equal(isGood, PlanTests.LooksUpByKey(await PlanTests.PlanAsync(Database, sql)));

    private static Transition Handle(Conversation conversation, Input input)
    {
        if (conversation.Bot != Saver) return Say(conversation.Snapshots is null ? "no saver" : "a stranger's snapshot");
        if (input is not MessageInput { Message.Content: TextContent { Body: var text } }) return Say("?");
        var coins = conversation.Snapshot is { } snapshot ? int.Parse(snapshot, CultureInfo.InvariantCulture) : (int?)null;
        var had = $"had {coins?.ToString(CultureInfo.InvariantCulture) ?? "none"}";
        if (text == "lose") return Say(had, new LoseCoins());
        return text.StartsWith("save ", StringComparison.Ordinal)
            ? Say(had, new SaveCoins((coins ?? 0) + int.Parse(text[5..], CultureInfo.InvariantCulture))) : Say(had);

        Transition Say(string said, params Effect[] effects) => new("Open", "{}", [new Say(new TextMessage(said)), .. effects]);
    }

    private Task<EngineHost> StartSaverAsync(CountingBot? bots = null) => EngineHost.StartAsync(
        Database.ConnectionString, bots ?? _bots, Channel, Time,
        services => services.AddSingleton<IEffectStore, CoinStore>().AddSingleton(new EngineOptions
        {
            RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited, SnapshotLimit = TimeSpan.FromSeconds(2),
        }),
        ("1000", "test"), ("2000", Saver));

    private ReceivedMessage To(string phone, string text) => Host.Message(phone, text, number: "2000");

    private async Task SayAsync(string phone, string text)
    {
        await Host.StoreAsync(To(phone, text));
        await Host.IdleAsync();
    }

    // The read goes through a function, so that it can be counted, broken and mended.
    private Task ReadByAsync(string sql) => ExecuteAsync(
        $"""
        create or replace function public.read_savings(ids bigint[]) returns table (conversation_id bigint, coins int) language plpgsql as $$
        #variable_conflict use_column
        begin
          insert into public.reads (conversations) values (cardinality(ids));
          return query {sql};
        end $$
        """);

    private async Task PassAsync(int times)
    {
        for (var n = 0; n < times; n++)
        {
            Time.Advance(_rest);
            await Host.IdleAsync();
        }
    }

    private sealed record SaveCoins(int Coins) : StoreEffect;

    private sealed record LoseCoins : StoreEffect;

    private sealed class CoinStore : IEffectStore
    {
        public Type Effect => typeof(SaveCoins);

        public void Write(NpgsqlBatch batch, IReadOnlyList<StoredEffect> effects, DateTimeOffset now)
        {
            // The last of each conversation counts.
            var last = effects.GroupBy(effect => effect.ConversationId).ToDictionary(each => each.Key, each => ((SaveCoins)each.Last().Effect).Coins);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                """
                insert into public.savings (conversation_id, coins) select * from unnest($1::bigint[], $2::int[])
                on conflict (conversation_id) do update set coins = excluded.coins
                """)
            {
                Parameters = { new NpgsqlParameter { Value = last.Keys.ToArray() }, new NpgsqlParameter { Value = last.Values.ToArray() } },
            });
        }
    }
}
