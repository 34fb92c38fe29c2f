using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit;

/// <summary>Transitions that leave a bot where it is, and what tells one bot's doings from another's.</summary>
public static class Stays
{
    private const string FirstState = "New";

    /// <summary>Same state, same data. Once something was said the conversation is no longer new.</summary>
    public static Transition Stay(this Conversation conversation, params IReadOnlyList<Effect> effects) =>
        new(conversation.State.Length == 0 && effects.Count > 0 ? FirstState : conversation.State, conversation.Data, effects);

    /// <summary>The conversation as a bot finds it that is not open: in the state the person left it in.</summary>
    public static Conversation As(this Conversation conversation, IBot bot)
    {
        if (bot.Name == conversation.Bot) return conversation;
        var (state, data) = conversation.Parked.TryGetValue(bot.Name, out var left) ? (left.State, left.Data) : ("", "{}");
        return conversation with { Bot = bot.Name, State = state, Data = data };
    }

    /// <summary>Marks what is to come back to a bot as its own.</summary>
    public static Transition By(this Transition transition, IBot bot) => transition with { Effects = [.. transition.Effects.By(bot)] };

    /// <inheritdoc cref="By(Transition, IBot)"/>
    public static IEnumerable<Effect> By(this IEnumerable<Effect> effects, IBot bot) => effects.Select(effect => effect switch
    {
        StartTimer { Bot: null } start => start with { Bot = bot.Name },
        Publish { Bot: null } publish => publish with { Bot = bot.Name },
        UseMedia { Bot: null } use => use with { Bot = bot.Name },
        _ => effect,
    });
}
