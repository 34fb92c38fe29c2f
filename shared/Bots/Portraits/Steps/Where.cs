using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>Says again where the talk stands, for whatever does not lead on from there.</summary>
internal static class Where
{
    /// <summary>What the person can do next.</summary>
    public static void Show(PortraitTurn turn)
    {
        switch (turn.State)
        {
            case PortraitStates.PhotoTerms: Beginning.AskToAgree(turn); break;
            case PortraitStates.Collecting: Collecting.Count(turn); break;
            case PortraitStates.PicturesLoaded: Collecting.Enough(turn); break;
            case PortraitStates.ChoosingTier: Choosing.Tiers(turn); break;
            case PortraitStates.ChoosingPack: Choosing.Again(turn); break;
            case PortraitStates.AgreeingTerms when turn.Data.Pack is { } pack: Choosing.Pack(turn, pack); break;
            case PortraitStates.AwaitingPayment: Ordering.ShowLink(turn, Ordering.Waiting(turn)); break;
            case PortraitStates.Training: Making.ShowWaiting(turn); break;
            case PortraitStates.TuneReady: Returning.Menu(turn); break;
            case PortraitStates.WritingFeedback: Rating.Ask(turn); break;
            default: Beginning.Welcome(turn); break;
        }
    }

    /// <summary>Says that a text was not understood, each time in a row in another way: where they stand, an example, a person.</summary>
    public static void Lost(PortraitTurn turn)
    {
        var times = turn.Data.Lost;
        var human = (CommandIds.Of(Command.Human), turn.Texts.HumanButton);
        turn.Data = turn.Data with { Lost = times + 1 };
        turn.IsLost = true;
        if (times == 0 && turn.State == PortraitStates.New && turn.Conversation.IsNew) Show(turn);
        else if (times == 0 && turn.State == PortraitStates.AwaitingPayment) turn.Buttons(turn.Texts.LostOnce, (PortraitIds.Menu,
            turn.Texts.MenuButton), human);
        else if (times == 0) Ways.Say(turn, turn.Texts.LostOnce);
        else if (times == 1) turn.Say(turn.Texts.LostAgain);
        else turn.Buttons(turn.Texts.LostThrice, human, (PortraitIds.Menu, turn.Texts.MenuButton));
    }

    /// <summary>Which of the choices they have where they stand a text names: people write a button's words as often as they press it.</summary>
    public static Choice? Titled(PortraitTurn turn, string text)
    {
        var plain = PortraitWords.Bare(text);
        if (plain.Length == 0) return null;

        // What is said is looked at alone: the turn itself stays as it was.
        var looked = new PortraitTurn(turn.Conversation, turn.Options);
        Show(looked);
        var titled = looked.Effects.OfType<Say>().SelectMany(say => PlainWords.ChoicesOf(say.Content))
            .Where(choice => PortraitWords.Bare(choice.Title) == plain).Take(2).ToList();
        return titled.Count == 1 ? titled[0] : null;
    }

    /// <summary>The menu: the welcome for who has nothing here yet, else where they stand.</summary>
    public static void Menu(PortraitTurn turn)
    {
        switch (turn.State)
        {
            case PortraitStates.WritingFeedback:
                // The way out of being asked.
                Rating.Leave(turn);
                Show(turn);
                break;
            case PortraitStates.Collecting:
                Ways.Menu(turn);
                break;
            case PortraitStates.ChoosingTier or PortraitStates.ChoosingPack or PortraitStates.AgreeingTerms:
                // The way out of what costs money.
                Ordering.Home(turn);
                Show(turn);
                break;
            case PortraitStates.AwaitingPayment:
                Ordering.Menu(turn);
                break;
            default:
                Show(turn);
                break;
        }
    }

    /// <summary>One step back.</summary>
    public static void Back(PortraitTurn turn)
    {
        switch (turn.State)
        {
            case PortraitStates.AgreeingTerms: Choosing.Again(turn); break;
            case PortraitStates.ChoosingPack: Choosing.Tiers(turn); break;
            case PortraitStates.ChoosingTier:
                Ordering.Home(turn);
                Show(turn);
                break;
            case PortraitStates.PhotoTerms:
                turn.State = PortraitStates.New;
                Beginning.Begin(turn);
                break;
            default: Menu(turn); break;
        }
    }

    /// <summary>A sticker, a voice note, a contact: one friendly answer that says so, with the way on.</summary>
    public static void Misplaced(PortraitTurn turn, IncomingContent content)
    {
        var texts = turn.Texts;
        Ways.Say(turn, content switch
        {
            MediaContent { Type: "audio" } => texts.NoVoice,
            MediaContent { Type: "video" } => texts.NoVideo,
            MediaContent { Type: "sticker" } => texts.NoSticker,
            MediaContent { Type: "document" } => texts.NoDocument,
            ContactsContent => texts.NoContact,
            LocationContent => texts.NoPlace,
            _ => texts.NoneOfThat,
        });
    }

    public static Choice Row(string id, string title, string? description = null) => new(id, title, description);

    public static Choice Human(PortraitTurn turn) => new(CommandIds.Of(Command.Human), turn.Texts.SupportTitle, turn.Texts.SupportDescription);
}
