using System.Globalization;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>From the money to the pictures.</summary>
internal static class Making
{
    private static readonly TimeSpan _picturesKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan _photosKeptAfter = TimeSpan.FromDays(7);
    private static readonly TimeSpan _announceAgain = TimeSpan.FromDays(7);
    private static readonly TimeSpan _announceModel = TimeSpan.FromDays(3);

    /// <summary>Has an order made that is paid, or is to be made again for nothing.</summary>
    public static void Order(PortraitTurn turn, PortraitOrder order)
    {
        var photos = turn.Data.Photos.Where(photo => order.Photos.Contains(photo.Id)).ToList();
        turn.Publish(
            EventCatalog.TrainingRequested,
            new(turn.Conversation.Id, order.Id!.Value, order.Attempt, order.Pack, order.Class, order.Images, order.Photos,
                Reviewing.TraitsOf(photos), order.Model));
    }

    public static void Begun(PortraitTurn turn, TuneCreated begun)
    {
        if (Find(turn, begun.OrderId) is not { Stage: OrderStage.Making } order) return;
        turn.Set(order with { ReadyAt = begun.ReadyAt });
        turn.Tell(new TextMessage(turn.Texts.BeingMade(order.Title, Minutes(turn, begun.ReadyAt))), Purpose.Result);
    }

    public static void Failed(PortraitTurn turn, TrainingFailed failed)
    {
        if (Find(turn, failed.OrderId) is not { Stage: OrderStage.Making } order) return;
        var paid = failed.Attempt == 1;
        turn.Set(order with { Stage = paid ? OrderStage.Failed : OrderStage.Delivered });
        if (turn.State == PortraitStates.Training) Ordering.Home(turn);
        var text = paid ? turn.Texts.CouldNotBeMade(order.Title) : turn.Texts.CouldNotBeMadeAgain(order.Title);
        turn.Tell(
            PortraitTurn.MessageOf(text, (PortraitIds.Menu, turn.Texts.MenuButton), (CommandIds.Of(Command.Human), turn.Texts.HumanButton)),
            Purpose.Result, turn.Template("portraits_failed", PortraitIds.Menu, order.Title));
    }

    public static void Made(PortraitTurn turn, PicturesReady made)
    {
        if (Find(turn, made.OrderId) is not { Stage: OrderStage.Making } order)
        {
            // The money went back while they were made.
            if (Find(turn, made.OrderId) is { Stage: OrderStage.Refunded })
            {
                turn.Publish(EventCatalog.PicturesErased, new(turn.Conversation.Id, made.OrderId, Model: true));
            }

            return;
        }

        order = order with { Stage = OrderStage.Ready, Pictures = made.Pictures, Download = made.Download };
        turn.Set(order);
        if (order.Model is null)
        {
            turn.Data = turn.Data with
            {
                Models = [.. turn.Data.Models.Where(model => model.ExpiresAt > turn.Now && model.Tune != made.Tune),
                    new SavedModel(made.Tune, order.Class, made.TrainedAt, made.ModelExpiresAt, order.Number)],

                // The photos have served, delivered or not: nobody is asked to order with them.
                IsWarned = true,
            };
            turn.Start("photos", _picturesKept);
            var before = made.ModelExpiresAt - turn.Now - _announceModel;
            turn.Start($"model:{made.Tune}", before > TimeSpan.Zero ? before : TimeSpan.FromMinutes(1));
        }

        turn.Start("pictures:" + Text(order.Number), _picturesKept);
        if (turn.Conversation.IsWindowOpen && turn.Conversation.OptOut != OptOut.All)
        {
            Deliver(turn, order, Purpose.Result);
            return;
        }

        Announce(turn, order);
    }

    /// <summary>Pictures that nobody came for are announced again, each week they are kept.</summary>
    public static void StillWaits(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is { Stage: OrderStage.Ready } order) Announce(turn, order);
    }

    private static void Announce(PortraitTurn turn, PortraitOrder order)
    {
        turn.Start("waiting:" + Text(order.Number), _announceAgain);
        var text = turn.Texts.PicturesWait(order.Title);
        turn.Tell(new TextMessage(text), Purpose.Result, turn.Template("portraits_ready", PortraitIds.Show(order.Number), order.Title));
    }

    /// <summary>What was made while the window was shut, or while nothing but answers was wanted.</summary>
    public static void DeliverWhatIsReady(PortraitTurn turn)
    {
        if (!turn.Conversation.IsWindowOpen) return;
        foreach (var order in turn.Data.Orders.Where(order => order.Stage == OrderStage.Ready).ToList()) Deliver(turn, order, Purpose.Answer);
    }

    /// <summary>Pictures once more, while they are kept.</summary>
    public static void Show(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is not { Stage: OrderStage.Delivered or OrderStage.Making, Pictures.Count: > 0 } order)
        {
            turn.Say(turn.Texts.PicturesGone);
            return;
        }

        // The button that announced them delivered them just now: they wrote, and what waited came first.
        if (turn.HasDelivered) return;
        Send(turn, order, Purpose.Answer);
    }

    public static void ShowWaiting(PortraitTurn turn)
    {
        var order = turn.Data.Orders.LastOrDefault(each => each.Stage == OrderStage.Making);
        if (order is null)
        {
            Ordering.Home(turn);
            if (turn.State != PortraitStates.Training) Where.Show(turn);
            return;
        }

        turn.Buttons(
            order.ReadyAt is not { } at ? turn.Texts.AboutToBegin(order.Title)
                : turn.Now > at ? turn.Texts.TakesLonger(order.Title) : turn.Texts.StillBeingMade(order.Title, Minutes(turn, at)),
            (PortraitIds.Tiers, turn.Texts.OtherPackButton), (CommandIds.Of(Command.Human), turn.Texts.HumanButton));
    }

    private static void Deliver(PortraitTurn turn, PortraitOrder order, Purpose purpose)
    {
        order = order with { Stage = OrderStage.Delivered };
        turn.Set(order);
        Send(turn, order, purpose);
        turn.Publish(EventCatalog.OrderFulfilled, new(turn.Conversation.Id, order.Id!.Value));
        if (turn.Data.Photos.Any(photo => order.Photos.Contains(photo.Id)))
        {
            turn.Data = turn.Data with { IsWarned = true };
            turn.Start("photos", _photosKeptAfter);
        }

        if (turn.State is PortraitStates.Training or PortraitStates.New or PortraitStates.PicturesLoaded or PortraitStates.Collecting)
        {
            turn.State = turn.Data.Orders.Any(each => each.Stage == OrderStage.Making) ? PortraitStates.Training : PortraitStates.TuneReady;
        }
    }

    private static void Send(PortraitTurn turn, PortraitOrder order, Purpose purpose)
    {
        foreach (var key in order.Pictures)
        {
            turn.Tell(new MediaMessage(MediaKind.Image, new MediaSource(key, MimeType: Choosing.MimeOf(key)), turn.Texts.MadeByAi), purpose);
        }

        if (order.Download is { } all) turn.Tell(new LinkMessage(turn.Texts.AllPictures, turn.Texts.DownloadButton, all), purpose);
        Rating.AskFor(turn, order, purpose);
    }

    private static PortraitOrder? Find(PortraitTurn turn, long id) => turn.Data.Orders.FirstOrDefault(order => order.Id == id);

    private static string Minutes(PortraitTurn turn, DateTimeOffset at) =>
        Text(Math.Max(2, (int)Math.Ceiling((at - turn.Now).TotalMinutes)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
