using System.Diagnostics;
using System.Text.Json;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Commands;

/// <summary>What the common commands do. The bot's own state is left as it is.</summary>
public static class CommandAnswers
{
    /// <summary>Argument of <see cref="Command.DeleteData"/> when it was confirmed.</summary>
    public const string Erase = "erase";

    /// <summary>Argument of <see cref="Command.DeleteData"/> when it was taken back.</summary>
    public const string Keep = "keep";

    /// <summary>Answers a command; the menu and the way back from a human are the dispatcher's.</summary>
    public static Transition To(GivenCommand given, Conversation conversation)
    {
        var texts = new CommandTexts(conversation.Language);
        return conversation.Stay(given.Command switch
        {
            Command.Help => [Buttons(texts.Help,
                (CommandIds.Of(Command.Menu), texts.MenuButton),
                (CommandIds.Of(Command.Language), texts.LanguageButton),
                conversation.HandedOver ? (CommandIds.Of(Command.Bot), texts.BotButton) : (CommandIds.Of(Command.Human), texts.HumanButton))],
            Command.Stop => [new SetOptOut(OptOut.Marketing), Buttons(texts.Stopped, (CommandIds.Of(Command.Start), texts.StartButton))],
            Command.StopAll => [new SetOptOut(OptOut.All), Buttons(texts.StoppedAll, (CommandIds.Of(Command.Start), texts.StartButton))],
            Command.Start => [new SetOptOut(OptOut.None), Text(texts.Started)],
            Command.Language => Language(given.Argument, texts),
            Command.TimeZone => TimeZoneAnswers.To(given.Argument, conversation, texts),
            Command.Human => TeamAnswers.ToWish(given.Argument, conversation, texts),
            Command.Bot => [Text(texts.BotIsHere)],
            Command.Privacy => [Text(texts.Privacy)],
            Command.MyData => [new Publish(
                EventTypes.ExportRequested,
                JsonSerializer.SerializeToElement(new(conversation.Id, conversation.Person.Id), ContractsJson.Default.ExportRequested)), new ShowTyping()],
            Command.DeleteData => Delete(given.Argument, conversation, texts),
            Command.Menu => throw new UnreachableException("Each bot has a menu of its own."),
        });
    }

    /// <summary>The link to a copy of what is kept.</summary>
    public static Transition Exported(ExportReady ready, Conversation conversation)
    {
        var texts = new CommandTexts(conversation.Language);
        return conversation.Stay(new Say(new LinkMessage(texts.MyData, texts.MyDataButton, ready.Url)));
    }

    private static IReadOnlyList<Effect> Language(string? argument, CommandTexts texts)
    {
        if (argument is not null && Languages.Find(argument) is { } code)
        {
            return [new SetLanguage(code), Text(new CommandTexts(code).LanguageSet)];
        }

        var rows = Languages.All.Select(each => new Choice(CommandIds.OfLanguage(each), Languages.NameOf(each))).ToList();
        return [new Say(new ListMessage(texts.LanguageAsk, texts.LanguageButton, [new ListSection(null, rows)]))];
    }

    private static IReadOnlyList<Effect> Delete(string? argument, Conversation conversation, CommandTexts texts) => argument switch
    {
        Erase => [Text(texts.Erased), new ErasePerson()],
        Keep => [Text(texts.Kept)],
        _ => [Buttons(texts.EraseAsk,
            (CommandIds.OfErasure(conversation.Now), texts.EraseButton), (CommandIds.OfKeeping(), texts.KeepButton))],
    };

    private static Say Text(string body) => new(new TextMessage(body));

    private static Say Buttons(string body, params (string Id, string Title)[] buttons) =>
        new(new ButtonsMessage(body, [.. buttons.Select(button => new Choice(button.Id, button.Title))]));
}
