using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Hub;

/// <summary>Offers the other bots on one number and remembers the choice; <c>menu</c> leads back here.</summary>
public sealed class HubBot(IReadOnlyList<IBot> bots) : IBot
{
    private const string ChoicePrefix = "hub:";
    private const string Choosing = "Choosing";
    private const int LongestName = 60;

    /// <inheritdoc/>
    public string Name => Conversations.Numbers.Hub;

    /// <inheritdoc/>
    public bool MarksRead => true;

    /// <inheritdoc/>
    public bool IntroducesItself => true;

    /// <inheritdoc/>
    public BotCard Describe(string? language)
    {
        var texts = new HubTexts(language);
        return new BotCard(texts.Title, texts.Description);
    }

    /// <inheritdoc/>
    public Transition Begin(Conversation conversation)
    {
        var texts = new HubTexts(conversation.Language);
        var rows = bots.Select(bot => (bot.Name, Card: bot.Describe(conversation.Language)))
            .Select(bot => new Choice(ChoicePrefix + bot.Name, bot.Card.Title, bot.Card.Description));
        return new Transition(Choosing, conversation.Data,
            [new Say(new ListMessage(texts.Choose, texts.Button, [new ListSection(null, [.. rows])]))]);
    }

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input) => input switch
    {
        MessageInput { Message.Content: TextContent text } when Named(text.Body, conversation.Language) is { } bot => SwitchTo(bot, conversation),
        MessageInput { Message.Content: TextContent text } when TalkWords.Read(text.Body, isUnderstood: false) is { } topic => Talk(topic, conversation),
        MessageInput => Begin(conversation),
        _ => conversation.Stay(),
    };

    // Small talk, and questions about what this is; questions lead on to the bots, which are the answer.
    private Transition Talk(TalkTopic topic, Conversation conversation)
    {
        var talk = new TalkTexts(conversation.Language);
        var commands = new CommandTexts(conversation.Language);
        Say Text(string body) => new(new TextMessage(body));
        var answer = topic switch
        {
            TalkTopic.Price => Text(talk.Price),
            TalkTopic.How => Text(talk.How),
            TalkTopic.Privacy => Text(commands.Privacy),
            TalkTopic.NextReminder or TalkTopic.QuietHours => Text(talk.NoReminders),
            TalkTopic.Busy => Text(talk.NoWorries),
            TalkTopic.Feelings or TalkTopic.GivingUp => new Say(new ButtonsMessage(talk.HardDay, [new Choice(CommandIds.Of(Command.Human), commands.HumanButton)])),
            TalkTopic.Goodbye => Text(talk.Goodbye),
            TalkTopic.Laughter => Text(talk.Smile),
            _ => null,
        };
        if (answer is null) return Begin(conversation);
        var begun = Begin(conversation);
        return topic is TalkTopic.Price or TalkTopic.How ? begun with { Effects = [answer, .. begun.Effects] } : begun with { Effects = [answer] };
    }

    /// <summary>The bot of a row of the list; null where it is none.</summary>
    public IBot? Chosen(string id) => id.StartsWith(ChoicePrefix, StringComparison.Ordinal)
        ? bots.FirstOrDefault(bot => bot.Name == id[ChoicePrefix.Length..])
        : null;

    /// <summary>Goes to a bot, where the person left it, and says so.</summary>
    public static Transition SwitchTo(IBot bot, Conversation conversation)
    {
        var chosen = new HubTexts(conversation.Language).Chosen(bot.Describe(conversation.Language).Title);
        var there = Enter(bot, conversation);
        return there with { Effects = [new Say(new TextMessage(chosen)), .. there.Effects] };
    }

    /// <summary>Begins a bot in the state it was left in, parking the present one.</summary>
    /// <param name="input">What it is to handle there; null: it begins.</param>
    public static Transition Enter(IBot bot, Conversation conversation, Input? input = null)
    {
        if (bot.Name == conversation.Bot) return bot.Begin(conversation).By(bot);
        var left = conversation.As(bot);
        var there = (input is null ? bot.Begin(left) : bot.Handle(left, input)).By(bot);
        return there with { Effects = [new SwitchBot(bot.Name), .. there.Effects] };
    }

    // By its name or by its number in the list.
    private IBot? Named(string text, string? language)
    {
        if (text.Length > LongestName) return null;
        var plain = PlainText.Of(text);
        return int.TryParse(plain, out var number) && number >= 1 && number <= bots.Count
            ? bots[number - 1]
            : bots.FirstOrDefault(bot => plain == bot.Name || plain == PlainText.Of(bot.Describe(language).Title));
    }
}
