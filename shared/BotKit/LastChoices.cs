using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit;

/// <summary>
/// Buttons and list rows under the message that was said last, whichever bot said it. A person who types the title of one, or answers the
/// question about erasure with a bare yes or no, has pressed it. They hold until the next message of ours.
/// </summary>
/// <remarks>
/// Kept among the parked states, under a name that no bot has: a release that does not know it keeps it and reads nothing from it.
/// A channel without buttons has numbers besides, which the engine reads.
/// </remarks>
public static class LastChoices
{
    /// <summary>The name among the parked states.</summary>
    public const string Key = "choices";

    // WhatsApp cuts titles of rows at 24 characters, Twilio shows longer ones as lines.
    private const int LongestTitle = 80;

    /// <summary>
    /// The choice that a text means: by its title, or by a yes or no to the question about erasure. A text that quotes a message of ours is about
    /// that one alone. Null: none. A question ("Erase everything?") and what was forwarded choose nothing.
    /// </summary>
    public static ChoiceContent? Meant(Conversation conversation, MessageInput input)
    {
        var message = input.Message;
        if (message.Content is not TextContent { Body: { Length: <= LongestTitle } body }
            || body.AsSpan().ContainsAny('?', '؟') || message.Context is { Forwarded: true }) return null;
        var choices = message.Context is null ? Read(conversation) : input.Quoted is { } quoted ? Of([quoted]) : null;
        if (choices is not { Length: > 0 }) return null;

        // "Erase everything 🤔" is no answer to erase on; of other buttons a sign at the edge makes no difference.
        return (Titled(choices, PlainText.Of(body)) ?? Answered(choices, body, conversation.Language, message.At)
            ?? YesOrNo(choices, body, conversation.Language) ?? Placed(choices, body, conversation.Now)) is { } choice
            && CommandIds.IsAskedBefore(choice.Id, message.At) && (!CommandIds.Erases(choice.Id) || YesAndNo.IsBare(body))
            ? new ChoiceContent(choice.Id, choice.Title) { Type = "interactive" }
            : null;
    }

    /// <summary>
    /// Whether the question about erasure is open, and a text seems to agree to it but is not clear enough: it is asked again, and no
    /// bot takes the text for an answer to something else.
    /// </summary>
    public static bool IsUnclear(Conversation conversation, MessageInput input)
    {
        if (input.Message is not { Context: null, Content: TextContent { Body: { Length: <= LongestTitle } body } }) return false;
        return Read(conversation) is { Length: > 0 } choices && Array.Find(choices, choice => CommandIds.Erases(choice.Id)) is { } erase
            && (YesAndNo.BeginsWithYes(body) || PlainText.Of(body) == PlainText.Of(erase.Title));
    }

    /// <summary>Remembers what a transition offers, and forgets what was offered before it once anything is said.</summary>
    public static Transition Keep(Conversation conversation, Transition transition)
    {
        var says = false;
        List<OutgoingContent>? offers = null;
        foreach (var effect in transition.Effects)
        {
            if (effect is not Say say) continue;
            says = true;
            if (say.Purpose == Purpose.Answer && say.Content is not TextMessage) (offers ??= []).Add(say.Content);
        }

        if (!says) return transition;
        var choices = offers is null ? [] : Of(offers);
        return choices.Length == 0 ? Forget(conversation, transition) : Park(transition, choices);
    }

    /// <summary>Forgets what was offered: something was said that is no question.</summary>
    public static Transition Forget(Conversation conversation, Transition transition) =>
        Read(conversation) is { Length: > 0 } ? Park(transition, []) : transition;

    private static Transition Park(Transition transition, ChoiceTitle[] choices) => transition with
    {
        Effects = [.. transition.Effects, new Park(Key, new ParkedState("", JsonSerializer.Serialize(choices, ChoiceTitleJson.Default.ChoiceTitleArray)))],
    };

    // Two of one title say nothing.
    private static ChoiceTitle? Titled(ChoiceTitle[] choices, string plain)
    {
        if (plain.Length == 0) return null;
        var titled = choices.Where(choice => PlainText.Of(choice.Title) == plain).Take(2).ToList();
        return titled is [var only] ? only : null;
    }

    private static ChoiceTitle[] Of(IEnumerable<OutgoingContent> contents) =>
    [
        .. contents.SelectMany(PlainWords.ChoicesOf).Where(choice => choice.Title.Length <= LongestTitle)
            .Select(choice => new ChoiceTitle(choice.Id, choice.Title)),
    ];

    private static ChoiceTitle? Answered(ChoiceTitle[] choices, string body, string? language, DateTimeOffset at)
    {
        var argument = YesAndNo.IsYes(body, language) ? CommandAnswers.Erase : YesAndNo.IsNo(body, language) ? CommandAnswers.Keep : null;
        return argument is null
            ? null
            : Array.Find(choices, choice => CommandIds.Read(choice.Id, at) is { Command: Command.DeleteData } given && given.Argument == argument);
    }

    // "yes", where the buttons are "Yes, start over" and "No, keep them". Erasing everything has rules of its own.
    private static ChoiceTitle? YesOrNo(ChoiceTitle[] choices, string body, string? language)
    {
        var (isYes, isNo) = (YesAndNo.IsYes(body, language), YesAndNo.IsNo(body, language));
        if (!isYes && !isNo || Array.Exists(choices, choice => CommandIds.Erases(choice.Id))) return null;
        var yes = choices.Where(choice => YesAndNo.IsYes(FirstWord(choice), language)).Take(2).ToList();
        var no = choices.Where(choice => YesAndNo.IsNo(FirstWord(choice), language)).Take(2).ToList();
        return yes is [var agree] && no is [var decline] ? isYes ? agree : decline : null;

        static string FirstWord(ChoiceTitle choice) => choice.Title.Split(',')[0];
    }

    // "Tokyo", where time zones were offered and it was none of them.
    private static ChoiceTitle? Placed(ChoiceTitle[] choices, string body, DateTimeOffset now) =>
        Array.Exists(choices, choice => choice.Id.StartsWith(CommandIds.OfZone(""), StringComparison.Ordinal))
            && ZoneFinder.Find(body.Trim(' ', '.', '!'), now) is [var only]
            ? new ChoiceTitle(CommandIds.OfZone(only), ZoneFinder.PlaceOf(only))
            : null;

    private static ChoiceTitle[]? Read(Conversation conversation) =>
        conversation.Parked.TryGetValue(Key, out var kept) ? JsonSerializer.Deserialize(kept.Data, ChoiceTitleJson.Default.ChoiceTitleArray) : null;
}

/// <summary>A choice that was shown.</summary>
public sealed record ChoiceTitle(string Id, string Title);

/// <summary>JSON of the choices that were shown last.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChoiceTitle[]))]
public sealed partial class ChoiceTitleJson : JsonSerializerContext;
