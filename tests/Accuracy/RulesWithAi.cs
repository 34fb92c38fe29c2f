using System.Text.Json;
using NodaTime;
using WhatsAppBots.Ai;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;
using AiQuestion = WhatsAppBots.Ai.AiQuestion;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Accuracy;

/// <summary>Rules first, and the AI where the Habits bot asks it: the bot itself is told the text, and what it asks is asked.</summary>
internal sealed class RulesWithAi(IAi ai)
{
    private static readonly HabitsBot _bot = new(new HabitOptions(AsksAi: true, Secret: ""));

    public async ValueTask<Understood> UnderstandAsync(string text, TextContext context, IReadOnlyList<string> habits, CancellationToken cancellation)
    {
        var rules = TextReader.Understand(text, context);
        if (Question(text, context, habits) is not { } asked) return new Understood(rules);
        var reply = await ai.AskAsync(
            HabitTasks.All.Single(task => task.Name == asked.Task), new AiQuestion(asked.Given, asked.Text, asked.Pictures, asked.Language), cancellation);
        return reply.Answer is { } answer && HabitTasks.Read(answer) is { } wish
            ? new Understood(AiReading.Over(rules, wish), IsAsked: true, IsAnswered: true)
            : new Understood(rules, IsAsked: true);
    }

    private static AiAsked? Question(string text, TextContext context, IReadOnlyList<string> habits)
    {
        var now = context.Now.ToDateTimeOffset();
        var data = new HabitData
        {
            Tone = Tone.Gentle,
            Habits = [.. habits.Select((name, index) => new Habit
            {
                Id = index + 1, Name = name, Days = new HabitDays(), Deadline = new LocalTime(23, 59), Since = context.Local.Date,
            })],
        };
        var conversation = new Conversation
        {
            Id = 1, Bot = _bot.Name, EntryBot = _bot.Name, State = HabitStates.Of(data), Data = data.Write(), Parked = new Dictionary<string, ParkedState>(),
            Language = context.Language, TimeZone = context.Zone.Id, Person = new Person(1, "Ann", null, null), Now = now,
        };
        var message = new IncomingMessage("1", now, "1", new Sender(null, null, "Ann"), new TextContent(text) { Type = "text" });
        return _bot.Handle(conversation, new MessageInput(message)).Effects.OfType<Publish>()
            .SingleOrDefault(publish => publish.Type == EventTypes.AiAsked)?.Data.Deserialize(ContractsJson.Default.AiAsked);
    }
}
