using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Benchmarks;

/// <summary>How much CPU a text of 65,536 characters costs a bot, whatever it says: it must be at most 20 ms.</summary>
internal static class TextBench
{
    private const double Limit = 20;
    private const int Rounds = 7;

    /// <returns>0; 1 where a text costs more.</returns>
    public static int Run()
    {
        using var services = new ServiceCollection().AddLogging().AddSingleton(new AiPresence(false))
            .AddBots(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var bots = services.GetRequiredService<IConversationHandler>();
        var texts = LongTexts.All().ToList();
        foreach (var (bot, data) in People())
        {
            foreach (var (_, text) in texts) Cost(bots, bot, data, text);
            var costs = texts.ConvertAll(text => (text.Name, Cost: Enumerable.Range(0, Rounds).Min(_ => Cost(bots, bot, data, text.Text))));
            var worst = costs.MaxBy(each => each.Cost);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{bot,-10} {costs.Count} texts of {LongTexts.Length:n0} characters: {costs.Average(each => each.Cost):0.0} ms of CPU on average, {worst.Cost:0.0} at most ({worst.Name})"));
            if (worst.Cost > Limit) return 1;
        }

        return 0;
    }

    private static IEnumerable<(string Bot, string Data)> People()
    {
        // As many habits as a person may have, each name as long as it may be.
        var habits = string.Join(",", Enumerable.Range(1, 20).Select(id => string.Create(CultureInfo.InvariantCulture,
            $$"""{"id":{{id}},"name":"{{string.Concat(Enumerable.Range(0, 8).Select(word => $"word{(char)('a' + id)}{(char)('a' + word)} "))}}","days":{"weekdays":127},"deadline":"21:00","since":"2026-01-01","closedTo":"2026-11-28"}""")));
        yield return ("habits", "{\"tone\":0,\"lastId\":20,\"zone\":\"Etc/UTC\",\"habits\":[" + habits + "]}");
        yield return ("portraits", "{}");
        yield return ("hub", "{}");
        yield return ("echo", "{\"Count\":0}");
    }

    private static double Cost(IConversationHandler bots, string bot, string data, string text)
    {
        var now = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
        var conversation = new Conversation
        {
            Id = 1, Bot = bot, EntryBot = bot, State = "Tracking", Data = data, Parked = new Dictionary<string, ParkedState>(), TimeZone = "Etc/UTC",
            Person = new Person(1, "Ann", "15550001111", null), Now = now, LastInboundAt = now,
        };
        var message = new IncomingMessage("wamid.1", now, "1000", new Sender("15550001111", null, "Ann"), new TextContent(text) { Type = "text" });
        var before = Cpu();
        bots.Handle(conversation, new MessageInput(message));
        return Cpu() - before;
    }

    // Milliseconds: other threads of this process rest, and what the machine does besides is not counted.
    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
}
