using System.Text.Json;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Hub;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit.Dispatch;

/// <summary>
/// Hands an input to the conversation's bot, after what concerns all bots alike: the language, the common commands, a
/// human who has taken over.
/// </summary>
public sealed class BotDispatcher : IConversationHandler
{
    // Of a message with buttons; a text may be longer.
    private const int LongestBody = 1024;

    private readonly Dictionary<string, IBot> _bots;
    private readonly HubBot _hub;

    /// <param name="bots">All but the hub.</param>
    public BotDispatcher(IEnumerable<IBot> bots)
    {
        _bots = bots.ToDictionary(bot => bot.Name);
        _hub = new HubBot([.. _bots.Values]);
        _bots.Add(_hub.Name, _hub);
        Snapshots = [.. _bots.Values.Where(bot => bot.SnapshotSql is not null).Select(bot => new SnapshotRead(bot.Name, bot.SnapshotSql!))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<SnapshotRead> Snapshots { get; }

    /// <inheritdoc/>
    public bool CanOpen(string entryBot, string bot) => entryBot == bot || entryBot == _hub.Name;

    /// <inheritdoc/>
    public bool MarksRead(string bot) => _bots.TryGetValue(bot, out var known) && known.MarksRead;

    /// <inheritdoc/>
    public string Apologize(Conversation conversation) =>
        new CommandTexts(conversation.Language ?? CountryLanguages.OfPhone(conversation.Person.Phone)).Apology;

    /// <inheritdoc/>
    public bool IsUrgent(IncomingMessage message) =>
        Given(message) is not null || Written(message.Content) is { } text && Understanding.TextReader.IsDistress(text);

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input)
    {
        // People write and take over whichever bot there is, and where there is none.
        if (input is AgentInput or HandOverInput or OutreachInput) return AgentTurns.Handle(conversation, input);

        // What concerns a bot that this process has not is no other's business; as a dead letter it can be replayed when it has it.
        var owner = input is TimerInput timer ? timer.Bot : (input as EventInput)?.Bot;
        if (owner is not null && !_bots.ContainsKey(owner)) throw new InvalidOperationException($"There is no bot called {owner} here.");

        // What waits for people waits for them also on a number that lost its bot.
        if (input is TimerInput due && TeamAnswers.Is(due))
        {
            var language = conversation.Language ?? CountryLanguages.OfPhone(conversation.Person.Phone);
            return TeamAnswers.Due(conversation with { Language = language }, due);
        }

        // A number that is mapped to no bot: what comes is kept and shown, and nobody answers.
        if (!_bots.TryGetValue(conversation.Bot, out var bot)) return conversation.Stay();
        var text = (input as MessageInput)?.Message.Content is { } content ? Written(content) : null;
        var chosen = conversation.Language ?? (text is null ? null : LanguageGuess.Of(text));
        var heard = conversation with { Language = chosen ?? CountryLanguages.OfPhone(conversation.Person.Phone) };
        var answer = input switch
        {
            MessageInput { Message.Content: ReactionContent { Emoji: not null } } when bot.HearsReactions
                && !heard.HandedOver => bot.Handle(heard, input).By(bot),
            MessageInput { Message.Content: ReactionContent or RevokeContent or SystemContent } => heard.Stay(),
            MessageInput { Message.Content: EditContent } => bot.HearsEdits && !heard.HandedOver ? bot.Handle(heard, input).By(bot) : heard.Stay(),
            MessageInput { Message: var message } => Answer(heard, bot, message, input),
            CalmInput => Calm(heard),
            TimerInput => Told(heard, bot, owner, input),
            EventInput { Type: EventTypes.ExportReady } ready =>
                CommandAnswers.Exported(ready.Data.Deserialize(ContractsJson.Default.ExportReady)!, heard),
            EventInput => Told(heard, bot, owner, input),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        // Help comes first, and says itself that a machine speaks.
        if (conversation.IsNew && bot.IntroducesItself && !answer.Effects.Any(effect => effect is FlagCrisis) && answer.Effects.Any(effect => effect is Say { Purpose: Purpose.Answer }))
        {
            var language = answer.Effects.OfType<SetLanguage>().LastOrDefault()?.Language ?? heard.Language;
            answer = answer with { Effects = Introduced(answer.Effects, new CommandTexts(language).Automated) };
        }

        answer = input is CalmInput ? LastChoices.Forget(conversation, answer) : LastChoices.Keep(conversation, answer);
        return chosen is null || chosen == conversation.Language || answer.Effects.Any(effect => effect is SetLanguage)
            ? answer
            : answer with { Effects = [new SetLanguage(chosen), .. answer.Effects] };
    }

    // The introduction for somebody new stands above the first answer: one message, where it fits.
    private static IReadOnlyList<Effect> Introduced(IReadOnlyList<Effect> effects, string text)
    {
        var first = effects.OfType<Say>().First(say => say.Purpose == Purpose.Answer);
        string Above(string body) => $"{text}\n\n{body}";
        OutgoingContent? joined = first.Content switch
        {
            TextMessage { Body: var body } said when Fits(body) => said with { Body = Above(body) },
            ButtonsMessage { Body: var body, HeaderImage: null } said when Fits(body) => said with { Body = Above(body) },
            ListMessage { Body: var body } said when Fits(body) => said with { Body = Above(body) },
            _ => null,
        };
        return joined is null
            ? [new Say(new TextMessage(text)), .. effects]
            : [.. effects.Select(effect => ReferenceEquals(effect, first) ? first with { Content = joined } : effect)];

        bool Fits(string body) => Above(body).Length <= LongestBody;
    }

    private Transition Answer(Conversation conversation, IBot bot, IncomingMessage message, Input input)
    {
        var given = Given(message);
        if (given is null && input is MessageInput typed && LastChoices.Meant(conversation, typed) is { } choice)
        {
            message = message with { Content = choice };
            input = typed with { Message = message };
            given = Given(message);
        }
        else if (given is null && input is MessageInput unclear && LastChoices.IsUnclear(conversation, unclear))
        {
            given = new GivenCommand(Command.DeleteData);
        }

        // Who did not opt out and writes "start" means to begin.
        if (given is { Command: Command.Start } && conversation.OptOut == OptOut.None) given = null;
        if (given is { Command: Command.Menu } or { Command: Command.Bot } && conversation.HandedOver)
        {
            var back = given.Command == Command.Menu ? Menu(conversation, bot) : conversation.Stay();
            var text = new Say(new TextMessage(new CommandTexts(conversation.Language).BotIsBack));
            return back with
            {
                Effects = [new HandBack(HandOverReasons.Asked, HandOverReasons.Person), text, .. TeamAnswers.End, .. back.Effects],
            };
        }

        if (given is { Command: Command.Menu }) return Menu(conversation, bot);
        if (given is { Command: Command.DeleteData }) return Delete(given, conversation);
        if (given is { Command: Command.Privacy }) return Privacy(given, conversation);
        if (given is not null) return Replan(CommandAnswers.To(given, conversation), conversation);

        // Also where people have the chat: nobody may be reading it just now.
        // A bot that hears such words itself reads texts; those below a picture are answered here.
        if ((conversation.HandedOver || !bot.HearsDistress || message.Content is not TextContent)
            && Written(message.Content) is { } said && Understanding.TextReader.IsDistress(said))
        {
            return conversation.Stay(new FlagCrisis(), new Say(new TextMessage(HelpLines.TextFor(conversation))));
        }

        if (conversation.HandedOver) return conversation.Stay();

        // No bot denies what it is, whatever state it is in.
        if (message.Content is TextContent { Body: var asked } && TalkWords.AsksWhetherBot(asked))
            return conversation.Stay(new Say(new TextMessage(new CommandTexts(conversation.Language).Automated)));
        if (message.Content is ChoiceContent { Id: var id } && conversation.EntryBot == _hub.Name)
        {
            if (_hub.Chosen(id) is { } next) return HubBot.SwitchTo(next, conversation);

            // A button of a bot that is not open opens it: its news come whichever is.
            if (Owner(id) is { } owner && owner != bot) return HubBot.Enter(owner, conversation, input);
        }

        return (message.Content is WelcomeContent ? bot.Begin(conversation) : bot.Handle(conversation, input)).By(bot);
    }

    private static GivenCommand? Given(IncomingMessage message) => message.Content switch
    {
        TextContent text => CommandWords.Read(text.Body),
        ChoiceContent choice => CommandIds.Read(choice.Id, message.At),
        _ => null,
    };

    // Somebody at the team reads what was written; else they are told that it was too much, and where to go on.
    private static Transition Calm(Conversation conversation)
    {
        if (conversation.HandedOver) return conversation.Stay();
        var texts = new CommandTexts(conversation.Language);
        return conversation.Stay(new Say(new ButtonsMessage(texts.TooMuch, [new Choice(CommandIds.Of(Command.Menu), texts.MenuButton)])));
    }

    private Transition Menu(Conversation conversation, IBot bot) =>
        conversation.EntryBot == _hub.Name && bot != _hub ? HubBot.Enter(_hub, conversation) : bot.Begin(conversation).By(bot);

    // What concerns a bot that is not open goes to it all the same, and leaves the one that is open where it stands.
    private Transition Told(Conversation conversation, IBot bot, string? owner, Input input)
    {
        if (owner is null || owner == bot.Name) return bot.Handle(conversation, input).By(bot);
        var other = _bots[owner];
        var there = other.Handle(conversation.As(other), input).By(other);
        return conversation.Stay([.. there.Effects, new Park(other.Name, new ParkedState(there.State, there.Data))]);
    }

    // What is owed is told before they confirm, and settled in the same commit that erases.
    private Transition Delete(GivenCommand given, Conversation conversation)
    {
        var there = Known(conversation);
        var answer = CommandAnswers.To(given, conversation);
        if (answer.Effects.Any(effect => effect is ErasePerson))
        {
            return answer with { Effects = [.. there.SelectMany(each => each.Bot.Settle(each.Conversation).By(each.Bot)), .. answer.Effects] };
        }

        if (given.Argument is not null) return answer;
        var owed = there.Select(each => each.Bot.Owed(each.Conversation)).OfType<string>().Select(text => new Say(new TextMessage(text)));
        return answer with { Effects = [.. owed, .. answer.Effects] };
    }

    private Transition Privacy(GivenCommand given, Conversation conversation)
    {
        var answer = CommandAnswers.To(given, conversation);
        return answer with { Effects = [.. answer.Effects, .. Known(conversation).SelectMany(each => each.Bot.Consents(each.Conversation))] };
    }

    // In another zone all that goes by their clock moves, in bots that are not open too.
    private Transition Replan(Transition answer, Conversation conversation)
    {
        if (answer.Effects.OfType<SetTimeZone>().LastOrDefault() is not { } set) return answer;
        foreach (var (bot, there) in Known(conversation))
        {
            var planned = bot.ZoneSet(there with { TimeZone = set.TimeZone }).By(bot);
            answer = bot.Name == conversation.Bot
                ? planned with { Effects = [.. answer.Effects, .. planned.Effects] }
                : answer with { Effects = [.. answer.Effects, .. planned.Effects, new Park(bot.Name, new ParkedState(planned.State, planned.Data))] };
        }

        return answer;
    }

    // The bots this person has to do with: the open one, and those they left.
    private List<(IBot Bot, Conversation Conversation)> Known(Conversation conversation) =>
        [.. _bots.Values.Where(bot => bot.Name == conversation.Bot || conversation.Parked.ContainsKey(bot.Name)).Select(bot => (bot, conversation.As(bot)))];

    private IBot? Owner(string id) => id.IndexOf(':', StringComparison.Ordinal) is > 0 and var end && _bots.TryGetValue(id[..end], out var bot) ? bot : null;

    private static string? Written(IncomingContent content) => content switch
    {
        TextContent text => text.Body,
        MediaContent media => media.Caption,
        _ => null,
    };
}
