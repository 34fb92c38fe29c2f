using System.Globalization;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>Money that goes back.</summary>
internal static class Refunding
{
    /// <summary>What came is not what was asked for: it is held, and they are asked.</summary>
    public static void Ask(PortraitTurn turn, PortraitOrder order, PaymentReceived paid)
    {
        turn.Set(order);
        var got = turn.Price(paid.Amount, paid.Currency);
        if (paid.Returns)
        {
            turn.Tell(new TextMessage(turn.Texts.PaidTwice(got)), Purpose.Result);
            return;
        }

        var (price, back) = (turn.Price(order.Amount, order.Currency), PortraitIds.Refund(order.Number, paid.Payment));
        var text = turn.Texts.PaidOther(got, price);
        turn.Tell(
            PortraitTurn.MessageOf(
                text, (back, turn.Texts.GiveBackButton), (CommandIds.Of(Command.Human), turn.Texts.HumanButton)),
            Purpose.Result, turn.Template("portraits_held", back, got, price));
    }

    /// <summary>They want back what is held.</summary>
    public static void GiveBack(PortraitTurn turn, string argument)
    {
        var parts = argument.Split(':', 2);
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && turn.Order(number) is { Id: { } id })
        {
            Publish(turn, id, parts[1], "the person asked for it");
            turn.Say(turn.Texts.GoesBack);
            return;
        }

        Where.Show(turn);
    }

    /// <summary>It went back.</summary>
    public static void Refunded(PortraitTurn turn, PaymentRefunded refunded)
    {
        var price = turn.Price(refunded.Amount, refunded.Currency);
        var order = turn.Order(refunded.Number);
        if (refunded.OfOrder && order is not null)
        {
            MoneyIsBack(turn, order);
        }
        else if (order is { Stage: OrderStage.Open } && refunded.Left is null)
        {
            // Its page was paid on, though not what was asked; another payment needs another order.
            Ordering.Close(turn, order);
        }

        var text = refunded.Left is > 0 and var left
            ? turn.Texts.RefundedPart(price, turn.Price(left, refunded.Currency)) : turn.Texts.Refunded(price);
        turn.Tell(
            PortraitTurn.MessageOf(text, (PortraitIds.Menu, turn.Texts.MenuButton)), Purpose.Result,
            turn.Template("portraits_refunded", PortraitIds.Menu, price));
    }

    /// <summary>All that was paid for an order is with the person again. Pictures they have stay theirs; others are not delivered.</summary>
    public static void MoneyIsBack(PortraitTurn turn, PortraitOrder order)
    {
        turn.Set(order.Stage == OrderStage.Delivered || order is { Stage: OrderStage.Making, Attempt: > 1 }
            ? order with { Stage = OrderStage.Delivered, HasMoneyBack = true }
            : order with { Stage = OrderStage.Refunded });
        if (turn.State == PortraitStates.Training && turn.Data.Orders.All(each => each.Stage != OrderStage.Making)) Ordering.Home(turn);
    }

    /// <summary>Has money given back.</summary>
    /// <param name="payment">One that is held; null: all that was paid for the order.</param>
    public static void Publish(PortraitTurn turn, long order, string? payment, string reason) =>
        turn.Publish(EventCatalog.RefundRequested, new(turn.Conversation.Id, order, payment, reason));
}
