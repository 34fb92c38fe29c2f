using System.Globalization;
using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>From the terms to the money, and back.</summary>
internal static class Ordering
{
    public const string TermsVersion = "2";

    // A page of a payment provider lives a day.
    private static readonly TimeSpan _pageLives = TimeSpan.FromHours(20);
    private static readonly TimeSpan[] _reminders = [TimeSpan.FromHours(1), TimeSpan.FromHours(23), TimeSpan.FromDays(2)];

    private static readonly TimeSpan _unopened = TimeSpan.FromDays(3);

    // The Payments app answers in seconds; where it does not, it is asked again.
    private static readonly TimeSpan _unanswered = TimeSpan.FromHours(2);

    /// <summary>They agreed to the terms of a pack: order it.</summary>
    public static void Place(PortraitTurn turn, long pack)
    {
        var chosen = turn.Data.Packs.FirstOrDefault(each => each.Id == pack);
        if (turn.Data.Orders.LastOrDefault(order => order.Pack == pack && order.Stage is OrderStage.Placed or OrderStage.Open
            && (chosen is null || (order.Tier == turn.Data.Tier && order.Model == turn.Data.Model))) is { } waiting)
        {
            ShowLink(turn, waiting.Number);
            return;
        }

        if (!Choosing.CanOrder(turn)) return;
        if (turn.Data.Tier is not { } tier || chosen is null)
        {
            turn.Say(turn.Texts.PackGone);
            Choosing.Again(turn);
            return;
        }

        var (amount, currency) = turn.Options.PriceOf(tier, turn.Conversation.Person.Phone);
        var order = new PortraitOrder(
            turn.Data.Orders.Count + 1, pack, chosen.Title, tier, Choosing.ClassOf(turn), chosen.Images, amount, currency, OrderStage.Placed,
            turn.Data.Model is null ? [.. turn.Accepted.Select(photo => photo.Id)] : [], turn.Data.Model);
        turn.Add(new RecordConsent(
            "portraits.order", TermsVersion,
            turn.Texts.OrderTerms(chosen.Title, Text(chosen.Images), turn.Price(amount, currency), turn.Texts.OfClass(order.Class)),
                turn.Texts.Language));
        turn.Data = turn.Data with { Orders = [.. turn.Data.Orders, order] };
        Ask(turn, order);
    }

    public static void CanBePaid(PortraitTurn turn, CheckoutReady ready)
    {
        if (turn.Order(ready.Number) is not { Stage: OrderStage.Placed } order) return;
        order = order with { Stage = OrderStage.Open, Id = ready.OrderId, Url = ready.Url, LinkedAt = turn.Now };
        turn.Set(order);
        turn.Say(Link(turn, order));
        turn.Start(Timer(order), _reminders[order.Reminders]);
    }

    public static void CannotBePaid(PortraitTurn turn, CheckoutFailed failed)
    {
        if (turn.Order(failed.Number) is { Stage: OrderStage.Placed } order)
        {
            turn.Buttons(turn.Texts.CheckoutFailed, (PortraitIds.Pay(order.Number), turn.Texts.TryAgainButton));
        }
    }

    /// <summary>The link once more, or why there is none.</summary>
    public static void ShowLink(PortraitTurn turn, int number)
    {
        switch (turn.Order(number))
        {
            case { Stage: OrderStage.Placed or OrderStage.Open, PendingAt: not null } pending:
                turn.State = PortraitStates.AwaitingPayment;
                Money.ShowPending(turn, pending);
                break;
            case { Stage: OrderStage.Open } old when IsPageOver(turn, old):
                turn.Set(old with { Stage = OrderStage.Placed });
                Ask(turn, old);
                turn.Say(turn.Texts.LinkComes);
                break;
            case { Stage: OrderStage.Open } open:
                turn.State = PortraitStates.AwaitingPayment;
                turn.Say(Link(turn, open));
                break;
            case { Stage: OrderStage.Placed } placed:
                Ask(turn, placed);
                turn.Say(turn.Texts.LinkComes);
                break;
            case { Stage: OrderStage.Making }:
                Making.ShowWaiting(turn);
                break;
            case { Stage: OrderStage.Cancelled or OrderStage.Refunded or OrderStage.Failed }:
                turn.Say(turn.Texts.OrderOver);
                Choosing.Tiers(turn);
                break;
            case { Stage: OrderStage.Delivered or OrderStage.Ready }:
                Returning.Menu(turn);
                break;
            default:
                Choosing.Tiers(turn);
                break;
        }
    }

    /// <summary>What can be done with an order that is not paid yet.</summary>
    public static void Menu(PortraitTurn turn)
    {
        var texts = turn.Texts;
        if (turn.Order(Waiting(turn)) is not { Stage: OrderStage.Placed or OrderStage.Open } order)
        {
            Where.Show(turn);
            return;
        }

        var rows = new List<Choice>();
        if (order.PendingAt is null) rows.Add(Where.Row(PortraitIds.Pay(order.Number), texts.PayTitle, texts.TierIs(Text(order.Images),
            turn.Price(order.Amount, order.Currency))));
        rows.Add(Where.Row(PortraitIds.Look(order.Number), texts.LookTitle, texts.LookDescription));
        rows.Add(Where.Row(PortraitIds.Packs, texts.OtherPackTitle));
        if (order.PendingAt is null) rows.Add(Where.Row(PortraitIds.Cancel(order.Number), texts.CancelTitle, texts.CancelDescription));
        rows.Add(Where.Human(turn));
        turn.List(texts.UnpaidMenu(order.Title), texts.ChooseButton, rows);
    }

    public static void Cancel(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is not { Stage: OrderStage.Placed or OrderStage.Open } order)
        {
            turn.Say(turn.Texts.NothingToCancel);
            Where.Show(turn);
            return;
        }

        Close(turn, order);
        turn.Say(turn.Texts.Cancelled);
        Where.Show(turn);
    }

    /// <summary>It was not paid, as far as is known here. The provider is asked before anybody is reminded, or an order ends.</summary>
    public static void Remind(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is not { Stage: OrderStage.Placed or OrderStage.Open } order) return;
        if (order.Id is null)
        {
            // It never had a page.
            Close(turn, order);
            return;
        }

        Money.Ask(turn, order, PaymentReasons.Reminder);
        turn.Start(Timer(order), _unanswered);
    }

    /// <summary>The provider has no payment of it: after an hour, after a day; after three it is no longer offered.</summary>
    public static void RemindUnpaid(PortraitTurn turn, PortraitOrder order)
    {
        if (order.Stage == OrderStage.Cancelled) return;
        if (order.Reminders + 1 >= _reminders.Length)
        {
            Close(turn, order);
            return;
        }

        turn.Set(order with { Reminders = order.Reminders + 1, PendingAt = null });
        turn.Start(Timer(order), _reminders[order.Reminders + 1]);
        var text = turn.Texts.StillUnpaid(order.Title);
        turn.Tell(
            PortraitTurn.MessageOf(text, (PortraitIds.Pay(order.Number), turn.Texts.PayButton), (PortraitIds.Menu, turn.Texts.MenuButton)),
            Purpose.Reminder, turn.Template("portraits_unpaid", PortraitIds.Pay(order.Number), order.Title));
    }

    /// <summary>Money came.</summary>
    public static void Paid(PortraitTurn turn, PaymentReceived paid)
    {
        if (turn.Order(paid.Number) is not { } order) return;
        order = order with { Id = paid.OrderId };
        if (!paid.Fits)
        {
            Refunding.Ask(turn, order, paid);
            return;
        }

        if (order.Stage is not (OrderStage.Placed or OrderStage.Open or OrderStage.Cancelled)) return;
        turn.Stop(Timer(order));
        if (order.Model is null && order.Photos.Any(id => turn.Data.Photos.All(photo => photo.Id != id || photo.Stage != PhotoStage.Accepted)))
        {
            // The photos were erased while it was being paid.
            turn.Set(order with { Stage = OrderStage.Failed });
            if (turn.State == PortraitStates.AwaitingPayment) Home(turn);
            Refunding.Publish(turn, order.Id.Value, null, "the photos were erased before it was paid");
            turn.Tell(new TextMessage(turn.Texts.PaidTooLate), Purpose.Result);
            return;
        }

        turn.Set(order with { Stage = OrderStage.Making, PendingAt = null });
        if (turn.State is PortraitStates.AwaitingPayment or PortraitStates.AgreeingTerms or PortraitStates.PicturesLoaded or PortraitStates.TuneReady)
        {
            turn.State = PortraitStates.Training;
        }

        turn.Data = turn.Data with { Model = null };
        var thanks = turn.Texts.Thanks(order.Title);
        turn.Tell(new TextMessage(thanks), Purpose.Result, turn.Template("portraits_paid", PortraitIds.Menu, order.Title));
        Making.Order(turn, order);
    }

    /// <summary>Where a person belongs who waits for nothing.</summary>
    public static void Home(PortraitTurn turn)
    {
        turn.Data = turn.Data with { Model = null };
        turn.State = turn.Data.Orders.Any(order => order.Stage is OrderStage.Making) ? PortraitStates.Training
            : turn.HasEnough ? PortraitStates.PicturesLoaded
            : turn.Data.Orders.Any(order => order.Stage is OrderStage.Delivered) ? PortraitStates.TuneReady
            : turn.Data.HasAgreed ? PortraitStates.Collecting : PortraitStates.New;
    }

    /// <summary>The latest order that is not paid yet; the latest at all where each is.</summary>
    public static int Waiting(PortraitTurn turn) =>
        turn.Data.Orders.LastOrDefault(order => order.Stage is OrderStage.Placed or OrderStage.Open)?.Number ?? turn.Data.Orders.Count;

    // Told again it is one order still: the Payments app knows it by its number.
    private static void Ask(PortraitTurn turn, PortraitOrder order)
    {
        turn.State = PortraitStates.AwaitingPayment;
        turn.Add(new ShowTyping());

        // Without a page to pay on it is not kept waiting for ever, nor its photos.
        turn.Start(Timer(order), _unopened);
        var item = JsonSerializer.Serialize(
            new Dictionary<string, string> { ["pack"] = Text(order.Pack), ["title"] = order.Title, ["tier"] = order.Tier, ["class"] = order.Class });
        turn.Publish(
            EventCatalog.OrderPlaced,
            new(turn.Conversation.Id, order.Number, item, turn.Texts.OrderDescription(order.Title, Text(order.Images)), order.Amount, order.Currency,
                turn.Texts.Language, turn.Conversation.EntryBot));
    }

    /// <summary>Calls off an order that is not paid.</summary>
    public static void Close(PortraitTurn turn, PortraitOrder order)
    {
        turn.Set(order with { Stage = OrderStage.Cancelled });
        turn.Stop(Timer(order));
        turn.Publish(EventCatalog.OrderCancelled, new(turn.Conversation.Id, order.Number));
        if (turn.State == PortraitStates.AwaitingPayment && turn.Data.Orders.All(each => each.Stage is not (OrderStage.Placed or OrderStage.Open))) Home(turn);
    }

    /// <summary>Its page can no longer be paid on.</summary>
    public static bool IsPageOver(PortraitTurn turn, PortraitOrder order) => turn.Now > order.LinkedAt + _pageLives;

    private static LinkMessage Link(PortraitTurn turn, PortraitOrder order) => new(
        turn.Texts.PayHere(order.Title, Text(order.Images), turn.Price(order.Amount, order.Currency)), turn.Texts.PayButton, order.Url!);

    /// <summary>Name of the timer of an order that is not paid.</summary>
    public static string Timer(PortraitOrder order) => "unpaid:" + Text(order.Number);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
