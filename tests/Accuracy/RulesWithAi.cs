using System.Text.Json;
using WhatsAppBots.Ai;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
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
        var conversation = Somebody.ConversationOf(_bot, context, habits);
        return _bot.Handle(conversation, Somebody.InputOf(text, context)).Effects.OfType<Publish>()
            .SingleOrDefault(publish => publish.Type == EventTypes.AiAsked)?.Data.Deserialize(ContractsJson.Default.AiAsked);
    }
}
