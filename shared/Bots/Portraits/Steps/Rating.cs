using System.Globalization;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>What they think of the pictures.</summary>
internal static class Rating
{
    private const int Happy = 4;
    /// <summary>So many stars or fewer: made once more for nothing.</summary>
    public const int Unhappy = 2;
    private const int MaxFeedback = 2000;

    public static void AskFor(PortraitTurn turn, PortraitOrder order, Purpose purpose)
    {
        // The place in the list is the number of stars, for who types it.
        var rows = Enumerable.Range(1, 5).Select(stars => new Choice(PortraitIds.Rate(order.Number, stars), new string('⭐', stars)));
        turn.Tell(
            new ListMessage(turn.Texts.RateAsk(order.Title), turn.Texts.RateButton, [new ListSection(null, [.. rows])]), purpose);
    }

    /// <summary>A rating that is typed: of the latest pictures, once it was asked for, and any time stars are named. False: it is none.</summary>
    public static bool Take(PortraitTurn turn, string text)
    {
        if (turn.Data.Orders.LastOrDefault(order => order is { Stage: OrderStage.Delivered, Pictures.Count: > 0 }) is not { } order) return false;
        if ((RatingWords.Read(text, order.Rating is null) ?? RatingWords.ReadCorrection(text)) is not { } stars) return false;
        Rate(turn, string.Create(CultureInfo.InvariantCulture, $"{order.Number}:{stars}"));
        return true;
    }

    public static void Rate(PortraitTurn turn, string argument)
    {
        var parts = argument.Split(':');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var stars) || stars is < 1 or > 5
            || turn.Order(number) is not { Pictures.Count: > 0 } order)
        {
            Where.Show(turn);
            return;
        }

        Take(turn, order, stars);
        if (stars >= Happy)
        {
            if (turn.State == PortraitStates.WritingFeedback) Leave(turn);
            turn.Say(turn.Texts.GladYouLikeThem);
            if (turn.State == PortraitStates.TuneReady) Returning.Menu(turn);
            return;
        }

        turn.State = PortraitStates.WritingFeedback;
        turn.Data = turn.Data with { WritesAbout = number };
        Ask(turn);
    }

    /// <summary>Keeps a rating, whatever was rated before.</summary>
    public static void Take(PortraitTurn turn, PortraitOrder order, int stars)
    {
        turn.Set(order with { Rating = stars });
        Keep(turn, order.Number);
    }

    /// <summary>Asks what was not right.</summary>
    public static void Ask(PortraitTurn turn)
    {
        var skip = (PortraitIds.Skip, turn.Texts.SkipButton);
        if (turn.Order(turn.Data.WritesAbout ?? 0) is { Rating: <= Unhappy } order && CanBeMadeAgain(turn, order))
        {
            turn.Buttons(turn.Texts.WhatWasWrongFree, (PortraitIds.Again(order.Number), turn.Texts.AgainButton), skip);
        }
        else
        {
            turn.Buttons(turn.Texts.WhatWasWrong, skip);
        }
    }

    /// <summary>Free text, kept with its order.</summary>
    public static void Write(PortraitTurn turn, string text)
    {
        var about = turn.Data.WritesAbout;

        // "no, 4 stars": they correct what they tapped.
        if (about is { } number && (RatingWords.Read(text, isAsked: true) ?? RatingWords.ReadCorrection(text)) is { } stars)
        {
            Rate(turn, string.Create(CultureInfo.InvariantCulture, $"{number}:{stars}"));
            return;
        }

        Leave(turn);
        if (turn.Order(about ?? 0) is { } order)
        {
            Keep(turn, order, text);
            if (order.Rating <= Unhappy && CanBeMadeAgain(turn, order))
            {
                turn.Buttons(turn.Texts.ThanksFree, (PortraitIds.Again(order.Number), turn.Texts.AgainButton), (PortraitIds.Menu, turn.Texts.MenuButton));
                return;
            }
        }

        turn.Buttons(turn.Texts.ThanksForFeedback, (PortraitIds.Menu, turn.Texts.MenuButton));
    }

    /// <summary>Keeps what they write of an order they were asked about, and leaves the question.</summary>
    public static void Keep(PortraitTurn turn, string text)
    {
        var about = turn.Data.WritesAbout;
        Leave(turn);
        if (turn.Order(about ?? 0) is { } order) Keep(turn, order, text);
    }

    public static void Skip(PortraitTurn turn)
    {
        if (turn.State == PortraitStates.WritingFeedback) Leave(turn);
        Where.Show(turn);
    }

    /// <summary>They were asked, and go back to what they wait for.</summary>
    public static void Leave(PortraitTurn turn)
    {
        turn.State = turn.Data.Orders.Any(order => order.Stage is OrderStage.Placed or OrderStage.Open) ? PortraitStates.AwaitingPayment
            : turn.Data.Orders.Any(order => order.Stage == OrderStage.Making) ? PortraitStates.Training
            : PortraitStates.TuneReady;
        turn.Data = turn.Data with { WritesAbout = null };
    }

    /// <summary>Once, for nothing, for who rated 1 or 2.</summary>
    public static void MakeAgain(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is not { Stage: OrderStage.Delivered, Rating: <= Unhappy } order || !CanBeMadeAgain(turn, order))
        {
            turn.Say(turn.Texts.NotAgain);
            Where.Show(turn);
            return;
        }

        order = order with { Stage = OrderStage.Making, Attempt = 2, ReadyAt = null };

        // Of the photos as they are now: some may have been swapped.
        if (order.Model is null) order = order with { Photos = [.. turn.Accepted.Select(photo => photo.Id)] };
        turn.Set(order);
        turn.State = PortraitStates.Training;
        turn.Data = turn.Data with { WritesAbout = null };
        turn.Say(turn.Texts.MadeAgain(order.Title));
        Making.Order(turn, order);
    }

    // A row beside the state, for those who run the bots.
    private static void Keep(PortraitTurn turn, int number)
    {
        if (turn.Order(number) is { Rating: { } stars } order) turn.Add(new RecordRating(PortraitsModule.Name, order.Number, order.Id, order.Title, stars, order.Feedback));
    }

    private static void Keep(PortraitTurn turn, PortraitOrder order, string text)
    {
        var kept = text.Length <= MaxFeedback ? text : text[..MaxFeedback];
        turn.Set(order with { Feedback = order.Feedback is null ? kept : $"{order.Feedback}\n{kept}" });
        Keep(turn, order.Number);
    }

    /// <summary>Whether it can be made once more: that is possible once, while its photos or its model are here.</summary>
    public static bool CanBeMadeAgain(PortraitTurn turn, PortraitOrder order) =>
        order is { Stage: OrderStage.Delivered, Attempt: 1, HasMoneyBack: false }
        && (order.Model is { } tune
            ? turn.Data.Models.Any(model => model.Tune == tune && model.ExpiresAt > turn.Now)
            : turn.HasEnough && Reviewing.ClassOf(turn.Accepted) is { } seen && (turn.Data.Class ?? seen) is { } shown
                && (shown == order.Class || seen == order.Class));
}
