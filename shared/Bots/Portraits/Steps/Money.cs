using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Bots.Portraits.Topics;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>What a person says of money, and what payment providers and banks say of it later.</summary>
internal static class Money
{
    private static readonly TimeSpan _soon = TimeSpan.FromHours(1);
    private static readonly TimeSpan _daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan _betweenFailures = TimeSpan.FromMinutes(10);

    private static (string, string) Human(PortraitTurn turn) => (CommandIds.Of(Command.Human), turn.Texts.HumanButton);

    /// <summary>Answers a text about money or what came of it.</summary>
    /// <param name="meaning">Paid, Refund, Where or Dislike.</param>
    /// <returns>False where there is no order it could be about.</returns>
    public static bool Answer(PortraitTurn turn, PortraitTopic meaning)
    {
        var orders = turn.Data.Orders;
        var unpaid = orders.LastOrDefault(order => order.Stage is OrderStage.Placed or OrderStage.Open);
        var latest = orders.Count > 0 ? orders[^1] : null;
        if (unpaid is not null && meaning != PortraitTopic.Dislike) AskProvider(turn, unpaid);
        else if (orders.LastOrDefault(order => order.Stage == OrderStage.Making) is { } making) AnswerWhileMaking(turn, making, meaning);
        else if (latest is { Stage: OrderStage.Cancelled, Id: not null }
            && meaning is PortraitTopic.Paid or PortraitTopic.Refund) AskProvider(turn, latest!);
        else if (latest is { Stage: OrderStage.Refunded or OrderStage.Failed } or { HasMoneyBack: true }
            && meaning is PortraitTopic.Paid or PortraitTopic.Refund)
        {
            turn.Buttons(turn.Texts.AlreadyReturned(latest!.Title), (PortraitIds.Menu, turn.Texts.MenuButton), Human(turn));
        }
        else if (orders.LastOrDefault(order => order.Stage == OrderStage.Delivered) is { } delivered) AnswerAfterDelivery(turn, delivered, meaning);
        else return false;
        return true;
    }

    /// <summary>The person says that they paid, or wants to know: their provider is asked before anything else is said.</summary>
    public static void AskProvider(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is { Stage: OrderStage.Placed or OrderStage.Open or OrderStage.Cancelled } order) AskProvider(turn, order);
        else Where.Show(turn);
    }

    /// <summary>Asks whether an order was paid.</summary>
    /// <param name="reason">A name of <see cref="PaymentReasons"/>.</param>
    public static void Ask(PortraitTurn turn, PortraitOrder order, string reason) =>
        turn.Publish(EventCatalog.PaymentAsked, new(turn.Conversation.Id, order.Number, reason));

    /// <summary>The provider answered. What it knows to be paid is told by an event of its own.</summary>
    public static void Looked(PortraitTurn turn, PaymentLooked looked)
    {
        if (turn.Order(looked.Number) is not { Stage: OrderStage.Placed or OrderStage.Open or OrderStage.Cancelled } order) return;
        if (looked.Outcome == PaymentOutcomes.Pending && order.PendingAt is null) turn.Set(order = order with { PendingAt = turn.Now });
        if (looked.Reason == PaymentReasons.Reminder) LookedBeforeReminder(turn, order, looked.Outcome);
        else LookedForPerson(turn, order, looked.Outcome);
    }

    /// <summary>They did their part; the bank has not.</summary>
    public static void Pends(PortraitTurn turn, PaymentPending pending)
    {
        if (turn.Order(pending.Number) is not { Stage: OrderStage.Placed or OrderStage.Open, PendingAt: null } order) return;
        turn.Set(order with { Id = pending.OrderId, PendingAt = turn.Now });
        turn.Start(Ordering.Timer(order), _daily);
        turn.Tell(new TextMessage(turn.Texts.PaymentOnItsWay(order.Title)), Purpose.Result);
    }

    /// <summary>It did not go through: told, but not for each of several tries in a row.</summary>
    public static void Failed(PortraitTurn turn, PaymentFailed failed)
    {
        if (turn.Order(failed.Number) is not { Stage: OrderStage.Placed or OrderStage.Open } order) return;
        var isTold = turn.Now < order.FailedAt + _betweenFailures;

        // Its page may be over: the next wish to pay asks for one.
        turn.Set(order with { Id = failed.OrderId, Stage = OrderStage.Placed, PendingAt = null, FailedAt = isTold ? order.FailedAt : turn.Now });
        if (isTold) return;
        turn.Start(Ordering.Timer(order), _daily);
        var text = turn.Texts.PaymentDidNotGoThrough(order.Title);
        turn.Tell(
            PortraitTurn.MessageOf(text, (PortraitIds.Pay(order.Number), turn.Texts.TryAgainButton), Human(turn)),
            Purpose.Result, turn.Template("portraits_payment_failed", PortraitIds.Pay(order.Number), order.Title));
    }

    /// <summary>A bank disputes a payment in the person's name, or has settled that.</summary>
    public static void Disputed(PortraitTurn turn, PaymentDisputed disputed)
    {
        if (turn.Order(disputed.Number) is not { } order) return;
        var price = turn.Price(disputed.Amount, disputed.Currency);
        var (template, text) = disputed.Stage switch
        {
            DisputeStages.Won => ("portraits_dispute_closed", turn.Texts.DisputeWon(price, order.Title)),
            DisputeStages.Lost when disputed.OrderGoesOn => ("portraits_dispute_closed", turn.Texts.DisputeLostBeside(price, order.Title)),
            DisputeStages.Lost => ("portraits_dispute_lost", turn.Texts.DisputeLost(price, order.Title)),
            _ when disputed.IsReturned => ("portraits_dispute_returned", turn.Texts.DisputeReturned(price, order.Title)),
            _ => ("portraits_disputed", turn.Texts.DisputeOpened(price, order.Title)),
        };
        if (disputed is { Stage: DisputeStages.Lost, OrderGoesOn: false }) Refunding.MoneyIsBack(turn, order);
        turn.Tell(
            PortraitTurn.MessageOf(text, Human(turn), (PortraitIds.Menu, turn.Texts.MenuButton)), Purpose.Result,
            turn.Template(template, CommandIds.Of(Command.Human), price, order.Title));
    }

    /// <summary>Money that was told to be back is not.</summary>
    public static void RefundFailed(PortraitTurn turn, RefundFailed failed)
    {
        var price = turn.Price(failed.Amount, failed.Currency);
        var text = turn.Texts.RefundDidNotArrive(price);
        turn.Tell(
            PortraitTurn.MessageOf(text, Human(turn)), Purpose.Result,
            turn.Template("portraits_refund_failed", CommandIds.Of(Command.Human), price));
    }

    /// <summary>Instead of a link to pay: the money is on its way.</summary>
    public static void ShowPending(PortraitTurn turn, PortraitOrder order) => turn.Buttons(
        turn.Texts.PaymentOnItsWay(order.Title), (PortraitIds.Look(order.Number), turn.Texts.LookAgainButton), Human(turn));

    private static void AskProvider(PortraitTurn turn, PortraitOrder order)
    {
        turn.Add(new ShowTyping());
        turn.Say(turn.Texts.LetMeCheck);
        Ask(turn, order, PaymentReasons.Said);
    }

    private static void LookedBeforeReminder(PortraitTurn turn, PortraitOrder order, string outcome)
    {
        switch (outcome)
        {
            case PaymentOutcomes.Unpaid:
                Ordering.RemindUnpaid(turn, order);
                break;
            case PaymentOutcomes.Pending:
                turn.Start(Ordering.Timer(order), _daily);
                break;
            default:
                // Nobody who may have paid is asked to.
                turn.Start(Ordering.Timer(order), _soon);
                break;
        }
    }

    private static void LookedForPerson(PortraitTurn turn, PortraitOrder order, string outcome)
    {
        var again = (PortraitIds.Look(order.Number), turn.Texts.LookAgainButton);
        switch (outcome)
        {
            case PaymentOutcomes.Paid:
                turn.Say(turn.Texts.PaymentSeen);
                break;
            case PaymentOutcomes.Pending:
                ShowPending(turn, order);
                break;
            case PaymentOutcomes.Unpaid when order.Stage == OrderStage.Cancelled:
                turn.Buttons(turn.Texts.NoPaymentOfClosed(order.Title), again, Human(turn), (PortraitIds.Menu, turn.Texts.MenuButton));
                break;
            case PaymentOutcomes.Unpaid:
                turn.Buttons(turn.Texts.NoPaymentYet(order.Title), again, (PortraitIds.Pay(order.Number), turn.Texts.PageButton), Human(turn));
                break;
            default:
                turn.Buttons(turn.Texts.ProviderSilent, again, Human(turn));
                break;
        }
    }

    private static void AnswerWhileMaking(PortraitTurn turn, PortraitOrder order, PortraitTopic meaning)
    {
        if (meaning == PortraitTopic.Refund) turn.Buttons(turn.Texts.RefundWhileMade(order.Title), Human(turn));
        else Making.ShowWaiting(turn);
    }

    private static void AnswerAfterDelivery(PortraitTurn turn, PortraitOrder order, PortraitTopic meaning)
    {
        if (meaning is PortraitTopic.Where or PortraitTopic.Paid)
        {
            if (order.Pictures.Count > 0) turn.Buttons(turn.Texts.PicturesAreHere(order.Title), (PortraitIds.Show(order.Number), turn.Texts.ShowButton), Human(turn));
            else turn.Say(turn.Texts.PicturesGone);
            return;
        }

        var canBeMadeAgain = Rating.CanBeMadeAgain(turn, order);
        if (meaning == PortraitTopic.Dislike && canBeMadeAgain)
        {
            // Saying so is a rating of 2 at most: they needn't give it first. What they write next is about that.
            if (order.Rating is null or > Rating.Unhappy) Rating.Take(turn, order, Rating.Unhappy);
            turn.State = PortraitStates.WritingFeedback;
            turn.Data = turn.Data with { WritesAbout = order.Number };
            turn.Buttons(
                turn.Texts.NotHappyAgain(order.Title), (PortraitIds.Again(order.Number), turn.Texts.AgainButton), Human(turn),
                (PortraitIds.Menu, turn.Texts.MenuButton));
            return;
        }

        turn.Buttons(
            canBeMadeAgain ? turn.Texts.NotHappyMoney(order.Title) : turn.Texts.NotHappy(order.Title), Human(turn),
            (PortraitIds.Menu, turn.Texts.MenuButton));
        if (canBeMadeAgain && turn.State != PortraitStates.WritingFeedback) Rating.AskFor(turn, order, Purpose.Answer);
    }
}
