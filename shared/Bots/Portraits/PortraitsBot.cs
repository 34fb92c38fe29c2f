using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Bots.Portraits.Steps;
using WhatsAppBots.Bots.Portraits.Topics;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>Trains a model on a person's photos and sells pictures of it.</summary>
internal sealed class PortraitsBot(PortraitOptions options) : IBot
{
    /// <inheritdoc/>
    public string Name => PortraitsModule.Name;

    /// <inheritdoc/>
    public bool MarksRead => true;

    /// <inheritdoc/>
    public bool IntroducesItself => true;

    /// <inheritdoc/>
    public IReadOnlyList<AiTask> AiTasks => TopicTask.All;

    /// <inheritdoc/>
    public BotCard Describe(string? language)
    {
        var texts = new PortraitTexts(language);
        return new BotCard(texts.Title, texts.Description);
    }

    /// <inheritdoc/>
    public Transition Begin(Conversation conversation)
    {
        var turn = new PortraitTurn(conversation, options);
        Making.DeliverWhatIsReady(turn);
        Where.Menu(turn);
        return turn.Done();
    }

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input)
    {
        var turn = new PortraitTurn(conversation, options);
        switch (input)
        {
            case MessageInput { Message: var message }:
                // They wrote, so the window is open again: what waited for that comes first.
                Making.DeliverWhatIsReady(turn);
                Answer(turn, message);
                if (!turn.IsLost && turn.Data.Lost > 0) turn.Data = turn.Data with { Lost = 0 };
                break;
            case TimerInput timer:
                Fire(turn, timer.Name[PortraitIds.Prefix.Length..]);
                break;
            case EventInput e:
                Hear(turn, e);
                break;
        }

        return turn.Done();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Effect> Consents(Conversation conversation)
    {
        var turn = new PortraitTurn(conversation, options);
        if (turn.Data.HasAgreed) turn.Buttons(turn.Texts.ConsentGiven, (PortraitIds.Withdraw, turn.Texts.WithdrawButton));
        return turn.Effects;
    }

    /// <inheritdoc/>
    public string? Owed(Conversation conversation)
    {
        var turn = new PortraitTurn(conversation, options);
        var owed = Erasing.Owed(turn).ToList();
        return owed.Count == 0 ? null : turn.Texts.EraseOwed(string.Join(", ", owed.Select(order => order.Title)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Effect> Settle(Conversation conversation)
    {
        var turn = new PortraitTurn(conversation, options);
        Erasing.Settle(turn);
        return turn.Done().Effects;
    }

    private static void Answer(PortraitTurn turn, IncomingMessage message)
    {
        switch (message.Content)
        {
            case ChoiceContent choice when PortraitIds.Routes.Owns(choice.Id):
                Hearing.Press(turn, choice.Id);
                break;
            case TextContent text:
                Hearing.Hear(turn, text.Body, message.Id);
                break;
            case MediaContent { Type: "image" } photo:
                Collecting.Take(turn, message, photo);
                break;
            case MediaContent { Type: "document" } photo when photo.MimeType.StartsWith("image/", StringComparison.OrdinalIgnoreCase):
                Collecting.Take(turn, message, photo);
                break;
            case var other:
                Where.Misplaced(turn, other);
                break;
        }
    }

    private static void Fire(PortraitTurn turn, string timer)
    {
        var parts = timer.Split(':', 2);
        switch (parts[0])
        {
            case "burst": Collecting.AfterBurst(turn); break;
            case "photos": Erasing.PhotosUnused(turn); break;
            case "unpaid": Ordering.Remind(turn, Number(parts[1])); break;
            case "waiting": Making.StillWaits(turn, Number(parts[1])); break;
            case "pictures": Erasing.PicturesKeptLongEnough(turn, Number(parts[1])); break;
            case "model": Returning.ModelGoes(turn, Id(parts[1])); break;
        }
    }

    private static void Hear(PortraitTurn turn, EventInput e)
    {
        switch (e.Type)
        {
            case EventTypes.ImageProcessed: Collecting.Checked(turn, e.Data.Deserialize(ContractsJson.Default.ImageProcessed)!); break;
            case EventTypes.PacksListed: Choosing.Listed(turn, e.Data.Deserialize(ContractsJson.Default.PacksListed)!); break;
            case EventTypes.CheckoutReady: Ordering.CanBePaid(turn, e.Data.Deserialize(ContractsJson.Default.CheckoutReady)!); break;
            case EventTypes.CheckoutFailed: Ordering.CannotBePaid(turn, e.Data.Deserialize(ContractsJson.Default.CheckoutFailed)!); break;
            case EventTypes.PaymentReceived: Ordering.Paid(turn, e.Data.Deserialize(ContractsJson.Default.PaymentReceived)!); break;
            case EventTypes.PaymentRefunded: Refunding.Refunded(turn, e.Data.Deserialize(ContractsJson.Default.PaymentRefunded)!); break;
            case EventTypes.RefundFailed: Money.RefundFailed(turn, e.Data.Deserialize(ContractsJson.Default.RefundFailed)!); break;
            case EventTypes.PaymentDisputed: Money.Disputed(turn, e.Data.Deserialize(ContractsJson.Default.PaymentDisputed)!); break;
            case EventTypes.PaymentPending: Money.Pends(turn, e.Data.Deserialize(ContractsJson.Default.PaymentPending)!); break;
            case EventTypes.PaymentFailed: Money.Failed(turn, e.Data.Deserialize(ContractsJson.Default.PaymentFailed)!); break;
            case EventTypes.PaymentLooked: Money.Looked(turn, e.Data.Deserialize(ContractsJson.Default.PaymentLooked)!); break;
            case EventTypes.AiAnswered: Asking.Answered(turn, e.Data.Deserialize(ContractsJson.Default.AiAnswered)!); break;
            case EventTypes.TuneCreated: Making.Begun(turn, e.Data.Deserialize(ContractsJson.Default.TuneCreated)!); break;
            case EventTypes.TrainingFailed: Making.Failed(turn, e.Data.Deserialize(ContractsJson.Default.TrainingFailed)!); break;
            case EventTypes.PicturesReady: Making.Made(turn, e.Data.Deserialize(ContractsJson.Default.PicturesReady)!); break;
        }
    }

    // A button of ours that was tampered with names nothing.
    private static long Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
