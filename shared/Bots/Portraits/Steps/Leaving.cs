using WhatsAppBots.BotKit.Commands;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>"Cancel", "never mind", "not now": the way out, wherever they stand.</summary>
internal static class Leaving
{
    /// <summary>Leaves what they are doing. What costs nothing ends at once; an order is asked about.</summary>
    public static void Leave(PortraitTurn turn)
    {
        var texts = turn.Texts;
        if (turn.State == PortraitStates.AwaitingPayment
            && turn.Order(Ordering.Waiting(turn)) is { Stage: OrderStage.Placed or OrderStage.Open } order)
        {
            if (order.PendingAt is not null) Money.ShowPending(turn, order);
            else turn.Buttons(texts.NotWanted, (PortraitIds.Cancel(order.Number), texts.CancelButton), (PortraitIds.Pay(order.Number),
                texts.KeepOrderButton));
            return;
        }

        switch (turn.State)
        {
            case PortraitStates.PhotoTerms:
                Beginning.Decline(turn);
                break;
            case PortraitStates.Collecting or PortraitStates.PicturesLoaded when turn.Data.Photos.Count > 0:
                turn.Buttons(
                    texts.LeftPhotos, (PortraitIds.Menu, texts.GoOnButton), (PortraitIds.Restart, texts.StartOverButton),
                        (CommandIds.Of(Command.Human), texts.HumanButton));
                break;
            case PortraitStates.ChoosingTier or PortraitStates.ChoosingPack or PortraitStates.AgreeingTerms:
                Ordering.Home(turn);
                turn.Say(texts.LeftOrder);
                Where.Show(turn);
                break;
            case PortraitStates.Training when turn.Data.Orders.LastOrDefault(each => each.Stage == OrderStage.Making) is { } making:
                turn.Buttons(texts.RefundWhileMade(making.Title), (CommandIds.Of(Command.Human), texts.HumanButton));
                break;
            case PortraitStates.WritingFeedback:
                Rating.Skip(turn);
                break;
            default:
                turn.Buttons(texts.LeftNothing, (PortraitIds.Menu, texts.MenuButton));
                break;
        }
    }
}
