using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>Whether the Habits bot does something at once on a text, or asks, answers or is at a loss.</summary>
internal static class Acts
{
    private static readonly HabitsBot _bot = new(new HabitOptions(AsksAi: false, Secret: ""));

    /// <summary>It changed a habit, a mark or a pause by rules alone.</summary>
    public static bool On(string text, TextContext context, IReadOnlyList<string> habits)
    {
        var conversation = ConversationOf(_bot, context, habits);
        var before = HabitData.Read(conversation.Data);
        var after = HabitData.Read(_bot.Handle(conversation, InputOf(text, context)).Data);
        return Told(before) != Told(after);
    }

    /// <summary>Somebody who has these habits, each open today.</summary>
    public static Conversation ConversationOf(HabitsBot bot, TextContext context, IReadOnlyList<string> habits)
    {
        var data = new HabitData
        {
            Tone = Tone.Gentle,
            Habits = [.. habits.Select((name, index) => new Habit
            {
                Id = index + 1, Name = name, Days = new HabitDays(), Deadline = new LocalTime(23, 59), Since = context.Local.Date,
            })],
        };
        return new Conversation
        {
            Id = 1, Bot = bot.Name, EntryBot = bot.Name, State = HabitStates.Of(data), Data = data.Write(), Parked = new Dictionary<string, ParkedState>(),
            Language = context.Language, TimeZone = context.Zone.Id, Person = new Person(1, "Ann", null, null), Now = context.Now.ToDateTimeOffset(),
        };
    }

    public static MessageInput InputOf(string text, TextContext context) =>
        new(new IncomingMessage("1", context.Now.ToDateTimeOffset(), "1", new Sender(null, null, "Ann"), new TextContent(text) { Type = "text" }));

    // What a person would notice: the habits, what is marked, and whether anything is due. That it was reminded of is nothing of that.
    private static string Told(HabitData data) => new HabitData
    {
        Habits = [.. data.Habits.Select(habit => habit with { Open = [.. habit.Open.Select(open => open with { StartTold = false, EndTold = false, Told = null })] })],
        Pause = data.Pause, Freezes = data.Freezes, QuietFrom = data.QuietFrom, QuietUntil = data.QuietUntil,
    }.Write();
}
