using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>What goes by itself, and what must be settled before all goes.</summary>
internal static class Erasing
{
    private static readonly TimeSpan _warning = TimeSpan.FromDays(3);

    /// <summary>Photos that nobody ordered from: a warning, then they go. Photos that have served go at once.</summary>
    public static void PhotosUnused(PortraitTurn turn)
    {
        if (turn.Data.Photos.Count == 0) return;
        if (turn.Data.Orders.Any(order => order.Stage is OrderStage.Placed or OrderStage.Open or OrderStage.Making))
        {
            turn.Start("photos", _warning);
            return;
        }

        if (!turn.Data.IsWarned)
        {
            turn.Data = turn.Data with { IsWarned = true };
            turn.Start("photos", _warning);
            turn.Tell(
                PortraitTurn.MessageOf(turn.Texts.PhotosGoSoon, (PortraitIds.Done, turn.Texts.OrderButton)), Purpose.Reminder,
                turn.Template("portraits_photos_go", PortraitIds.Done));
            return;
        }

        Collecting.EraseAll(turn);
        if (turn.State is PortraitStates.PicturesLoaded or PortraitStates.ChoosingTier or PortraitStates.ChoosingPack or PortraitStates.AgreeingTerms
            && turn.Data.Model is null)
        {
            Ordering.Home(turn);
        }
    }

    /// <summary>Pictures go a month after they were made; so does the right to have them made.</summary>
    public static void PicturesKeptLongEnough(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is not { Id: { } id } order) return;
        if (order.Stage == OrderStage.Ready)
        {
            turn.Publish(EventCatalog.OrderFulfilled, new(turn.Conversation.Id, id));
            order = order with { Stage = OrderStage.Delivered };
        }

        turn.Set(order with { Pictures = [], Download = null });
        turn.Publish(EventCatalog.PicturesErased, new(turn.Conversation.Id, id, Model: false));
    }

    /// <summary>They no longer agree that their photos are used: all that was made of them goes too, here and at the provider.</summary>
    public static void Withdraw(PortraitTurn turn)
    {
        if (!turn.Data.HasAgreed)
        {
            Where.Show(turn);
            return;
        }

        if (turn.Data.Orders.Any(order => order.Stage == OrderStage.Making))
        {
            turn.Say(turn.Texts.PhotosInUse);
            return;
        }

        foreach (var order in turn.Data.Orders.Where(order => order.Stage is OrderStage.Placed or OrderStage.Open).ToList()) Ordering.Close(turn, order);
        Collecting.EraseAll(turn);
        foreach (var order in turn.Data.Orders.Where(order => order.Pictures.Count > 0 || turn.Data.Models.Any(model => model.Order == order.Number)).ToList())
        {
            turn.Publish(EventCatalog.PicturesErased, new(turn.Conversation.Id, order.Id!.Value, Model: true));
            turn.Set(order with { Pictures = [], Download = null });
        }

        turn.Add(new TakeBackConsent(Beginning.PhotoConsent));
        turn.Data = turn.Data with { HasAgreed = false, Models = [], Model = null, Pack = null, Packs = [], Tier = null, WritesAbout = null };
        turn.State = PortraitStates.New;
        turn.Buttons(turn.Texts.Withdrawn, (PortraitIds.Begin, turn.Texts.BeginButton));
    }

    /// <summary>Orders that are paid and not delivered.</summary>
    public static IEnumerable<PortraitOrder> Owed(PortraitTurn turn) =>
        turn.Data.Orders.Where(order => order is { Stage: OrderStage.Making or OrderStage.Ready, Attempt: 1, Id: not null });

    /// <summary>The person goes: what they paid for and did not get is given back, what they did not pay is called off.</summary>
    public static void Settle(PortraitTurn turn)
    {
        foreach (var order in Owed(turn)) Refunding.Publish(turn, order.Id!.Value, null, "the person had everything erased");
        foreach (var order in turn.Data.Orders.Where(order => order.Stage is OrderStage.Placed or OrderStage.Open))
        {
            turn.Publish(EventCatalog.OrderCancelled, new(turn.Conversation.Id, order.Number));
        }
    }
}
