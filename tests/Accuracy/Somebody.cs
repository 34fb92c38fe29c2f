using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>Somebody who writes to the Habits bot.</summary>
internal static class Somebody
{
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
}
