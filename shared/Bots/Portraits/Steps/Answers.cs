using System.Globalization;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Bots.Portraits.Topics;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>One answer for each topic. It knows where the talk stands, and says how it goes on.</summary>
internal static class Answers
{
    /// <summary>Answers, or does what they want.</summary>
    public static void Give(PortraitTurn turn, PortraitTopic topic)
    {
        var texts = turn.Texts;
        switch (topic)
        {
            case PortraitTopic.Price: Ways.Say(turn, Price(turn)); break;
            case PortraitTopic.Free: Ways.Say(turn, texts.AnswerFree(Cheapest(turn))); break;
            case PortraitTopic.TooExpensive: Ways.Say(turn, texts.AnswerTooExpensive(Cheapest(turn), Smallest)); break;
            case PortraitTopic.Discount: Ways.Say(turn, texts.AnswerDiscount(Cheapest(turn), Smallest)); break;
            case PortraitTopic.WaysToPay: Ways.Say(turn, texts.AnswerWaysToPay); break;
            case PortraitTopic.RefundPolicy: Ways.Say(turn, texts.AnswerRefund); break;
            case PortraitTopic.Trust: Ways.Say(turn, texts.AnswerTrust); break;
            case PortraitTopic.Safety: Ways.Say(turn, texts.YourPhotos); break;
            case PortraitTopic.Deletion: Ways.Say(turn, texts.AnswerDeletion); break;
            case PortraitTopic.Duration or PortraitTopic.Where when turn.HasDelivered: Where.Show(turn); break;
            case PortraitTopic.Duration when turn.State == PortraitStates.Training: Making.ShowWaiting(turn); break;
            case PortraitTopic.Duration: Ways.Say(turn, texts.AnswerDuration); break;
            case PortraitTopic.Examples: Examples(turn); break;
            case PortraitTopic.Difference: Ways.Say(turn, texts.AnswerDifference(Prices(turn))); break;
            case PortraitTopic.Pets: Ways.Say(turn, texts.AnswerPets); break;
            case PortraitTopic.Nudity: Ways.Say(turn, texts.AnswerNudity); break;
            case PortraitTopic.Children: Ways.Say(turn, texts.AnswerChildren); break;
            case PortraitTopic.OtherPeople: Ways.Say(turn, texts.AnswerOtherPeople); break;
            case PortraitTopic.IsAi: Ways.Say(turn, texts.AnswerIsAi); break;
            case PortraitTopic.Formats: Ways.Say(turn, texts.AnswerFormats); break;
            case PortraitTopic.Likeness: Ways.Say(turn, texts.AnswerLikeness); break;
            case PortraitTopic.HowItWorks: Ways.Say(turn, texts.How); break;
            case PortraitTopic.PhotoCount: Ways.Say(turn, PhotoCount(turn)); break;
            case PortraitTopic.PhotoKind: Ways.Say(turn, texts.GoodPhotos); break;
            case PortraitTopic.Human: turn.Buttons(texts.AnswerHuman, (CommandIds.Of(Command.Human), texts.HumanButton)); break;
            case PortraitTopic.Paid or PortraitTopic.Where: Bought(turn, topic, texts.AnswerNothingOrdered); break;
            case PortraitTopic.Refund: Bought(turn, topic, texts.AnswerRefund); break;
            case PortraitTopic.Dislike: Bought(turn, topic, texts.AnswerLikeness); break;
            case PortraitTopic.WhatNow: Where.Show(turn); break;
            case PortraitTopic.Back: Where.Back(turn); break;
            case PortraitTopic.Leave: Leaving.Leave(turn); break;
            case PortraitTopic.AddPhotos: Collecting.More(turn); break;
            case PortraitTopic.AllPhotos: Collecting.ThatsAll(turn); break;
            case PortraitTopic.Woman: Who.Say(turn, Who.Woman); break;
            case PortraitTopic.Man: Who.Say(turn, Who.Man); break;
            case PortraitTopic.OtherClass: Who.Ask(turn); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The sizes with their prices, a line each.</summary>
    public static string Prices(PortraitTurn turn) => string.Join(
        '\n', PortraitOptions.Tiers.Select(tier => $"• {turn.Texts.OfTier(tier.Name)}: {Choosing.Price(turn, tier.Name, tier.Images)}"));

    private static string Price(PortraitTurn turn)
    {
        if (turn.State == PortraitStates.AwaitingPayment && turn.Order(Ordering.Waiting(turn)) is { } waiting)
        {
            return turn.Texts.AnswerPriceOf(waiting.Title, Text(waiting.Images), turn.Price(waiting.Amount, waiting.Currency));
        }

        if (turn.State == PortraitStates.AgreeingTerms && turn.Data is { Tier: { } tier, Pack: { } chosen }
            && turn.Data.Packs.FirstOrDefault(each => each.Id == chosen) is { } pack)
        {
            var (amount, currency) = turn.Options.PriceOf(tier, turn.Conversation.Person.Phone);
            return turn.Texts.AnswerPriceOf(pack.Title, Text(pack.Images), turn.Price(amount, currency));
        }

        var making = turn.Data.Orders.LastOrDefault(order => order.Stage == OrderStage.Making);
        return turn.State == PortraitStates.Training && making is not null
            ? turn.Texts.AnswerPricePaid(making.Title, turn.Price(making.Amount, making.Currency))
            : turn.Texts.AnswerPrice(Prices(turn));
    }

    private static string PhotoCount(PortraitTurn turn) => turn.Texts.AnswerPhotoCount(
        Text(turn.Options.MinPhotos), Text(turn.Options.MaxPhotos), Text(turn.Accepted.Count));

    // Of photos before there are enough; of styles after that.
    private static void Examples(PortraitTurn turn)
    {
        if (turn.State is PortraitStates.ChoosingPack or PortraitStates.AgreeingTerms && turn.Data.Packs.Count > 0)
        {
            var shown = turn.State == PortraitStates.AgreeingTerms ? turn.Data.Packs.Where(pack => pack.Id == turn.Data.Pack).ToList()
                : turn.Data.Packs;
            if (shown is [var only]) Choosing.Examples(turn, only.Id);
            else turn.Say(turn.Texts.AnswerExamplesBelow);
            return;
        }

        Ways.Say(turn, turn.Texts.AnswerExamples);
    }

    private static void Bought(PortraitTurn turn, PortraitTopic topic, string otherwise)
    {
        if (!Money.Answer(turn, topic)) Ways.Say(turn, otherwise);
    }

    private static string Cheapest(PortraitTurn turn)
    {
        var (amount, currency) = turn.Options.PriceOf(PortraitOptions.Tiers[0].Name, turn.Conversation.Person.Phone);
        return turn.Price(amount, currency);
    }

    private static string Smallest => Text(PortraitOptions.Tiers[0].Images);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
