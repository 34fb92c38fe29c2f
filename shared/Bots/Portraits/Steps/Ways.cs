using System.Globalization;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>Says something and, with it, how it goes on from where the talk stands: the state's buttons, or a short line.</summary>
internal static class Ways
{
    /// <summary>An answer with the way on. The state stays.</summary>
    public static void Say(PortraitTurn turn, string body)
    {
        var texts = turn.Texts;
        switch (turn.State)
        {
            case PortraitStates.PhotoTerms:
                turn.Buttons(body, (PortraitIds.Agree, texts.AgreeButton), (PortraitIds.Decline, texts.DeclineButton));
                break;
            case PortraitStates.Collecting when Collecting.IsLooking(turn):
                turn.Say($"{body}\n\n{texts.StillLooking}");
                break;
            case PortraitStates.Collecting:
                turn.Say($"{body}\n\n{texts.WaySend(Text(Math.Max(1, turn.Options.MinPhotos - turn.Accepted.Count)))}");
                break;
            case PortraitStates.PicturesLoaded:
                turn.Buttons(body, (PortraitIds.Done, texts.StyleButton), (PortraitIds.Add, texts.AddButton));
                break;
            case PortraitStates.ChoosingTier:
                turn.Buttons(body, [.. PortraitOptions.Tiers.Select(tier => (PortraitIds.Tier(tier.Name), texts.OfTier(tier.Name)))]);
                break;
            case PortraitStates.ChoosingPack:
                turn.Buttons(body, (PortraitIds.Packs, texts.SeeStylesButton), (PortraitIds.Tiers, texts.OtherTierButton));
                break;
            case PortraitStates.AgreeingTerms when turn.Data.Pack is { } pack:
                turn.Buttons(body, (PortraitIds.Order(pack), texts.AgreeButton), (PortraitIds.Packs, texts.OtherPackButton));
                break;
            case PortraitStates.AwaitingPayment when turn.Order(Ordering.Waiting(turn)) is { } order:
                turn.Say(ToPay(turn, order, body));
                break;
            case PortraitStates.Training:
                turn.Say($"{body}\n\n{texts.WayWait}");
                break;
            case PortraitStates.WritingFeedback:
                turn.Buttons(body, (PortraitIds.Skip, texts.SkipButton));
                break;
            case PortraitStates.New:
                turn.Buttons(body, (PortraitIds.Begin, texts.BeginButton));
                break;
            default:
                turn.Buttons(body, (PortraitIds.Menu, texts.MenuButton));
                break;
        }
    }

    /// <summary>The menu while photos come.</summary>
    public static void Menu(PortraitTurn turn)
    {
        var texts = turn.Texts;
        var (have, min) = (turn.Accepted.Count, turn.Options.MinPhotos);
        var rows = new List<Choice> { Where.Row(PortraitIds.Good, texts.GoodTitle), Where.Row(PortraitIds.How, texts.HowTitle,
            texts.HowDescription) };
        if (turn.Data.Photos.Count > 0) rows.Add(Where.Row(PortraitIds.Restart, texts.RestartTitle, texts.RestartDescription));
        rows.Add(Where.Human(turn));
        turn.List(
            have == 0 ? texts.SendPhotos(Text(min)) : texts.SoFar(Text(have), Text(min), Text(Math.Max(0, min - have))),
                texts.ChooseButton, rows);
    }

    private static OutgoingContent ToPay(PortraitTurn turn, PortraitOrder order, string body) => order switch
    {
        { PendingAt: not null } => PortraitTurn.MessageOf(body, (PortraitIds.Look(order.Number), turn.Texts.LookAgainButton)),
        { Stage: OrderStage.Open, Url: { } page } when !Ordering.IsPageOver(turn, order) => new LinkMessage(body, turn.Texts.PayButton,
            page),
        { Stage: OrderStage.Open or OrderStage.Placed } => PortraitTurn.MessageOf(body, (PortraitIds.Pay(order.Number),
            turn.Texts.PageButton)),
        _ => PortraitTurn.MessageOf(body, (PortraitIds.Menu, turn.Texts.MenuButton)),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
