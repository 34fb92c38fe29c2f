using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.Benchmarks;

/// <summary>
/// The product's host with one bot more: it answers as Echo does, and reads a row of a table of its own for each message.
/// </summary>
internal static class LedgerHost
{
    public const string Setting = "BENCH_LEDGER";
    public const string Bot = "ledger";
    public const string Number = "100000000000009";

    /// <summary>Its table, with a row for each conversation there may be.</summary>
    public const string TableSql =
        """
        create table if not exists public.bench_ledger (conversation_id bigint primary key, coins bigint not null);
        insert into public.bench_ledger select n, n from generate_series(1, 200000) n on conflict do nothing;
        analyze public.bench_ledger;
        """;

    public static async Task<int> RunAsync()
    {
        await using var host = await StandaloneHost.StartAsync([], builder => builder.Services.AddSingleton<IBot, LedgerBot>());
        await host.App.WaitForShutdownAsync();
        return 0;
    }

    private sealed class LedgerBot : IBot
    {
        public string Name => Bot;

        public bool MarksRead => false;

        public bool IntroducesItself => false;

        public string SnapshotSql => "select conversation_id, coins::text from public.bench_ledger where conversation_id = any($1)";

        public BotCard Describe(string? language) => new("Ledger", "Reads a row for each message");

        public Transition Begin(Conversation conversation) => conversation.State.Length == 0
            ? new Transition("Open", conversation.Data, []) : new Transition(conversation.State, conversation.Data, []);

        public Transition Handle(Conversation conversation, Input input)
        {
            if (input is not MessageInput { Message.Content: TextContent text }) return Begin(conversation);
            var count = JsonSerializer.Deserialize<Data>(conversation.Data)!.Count + 1;
            var coins = conversation.Snapshot is { } snapshot ? long.Parse(snapshot, CultureInfo.InvariantCulture) : 0;
            if (coins < 0) throw new InvalidOperationException("The table holds no debts.");
            var last = text.Body[(text.Body.LastIndexOf(' ') + 1)..];
            return new Transition(
                "Open", JsonSerializer.Serialize(new Data(count)), [new Say(new TextMessage($"n={count} re:{last}"))]);
        }

        private sealed record Data(int Count);
    }
}
