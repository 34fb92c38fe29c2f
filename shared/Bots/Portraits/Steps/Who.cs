using WhatsAppBots.BotKit.Commands;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>
/// Whether the portraits are of a woman or a man: guessed from the photos, shown with the terms, and changed by a button or by words.
/// </summary>
internal static class Who
{
    /// <summary>The provider's name of a woman.</summary>
    public const string Woman = "woman";

    /// <summary>The provider's name of a man.</summary>
    public const string Man = "man";

    /// <summary>Which of the two is it?</summary>
    public static void Ask(PortraitTurn turn)
    {
        if (HasModel(turn)) return;
        turn.Buttons(turn.Texts.WhoAsk, (PortraitIds.Who(Woman), turn.Texts.WomanButton), (PortraitIds.Who(Man), turn.Texts.ManButton));
    }

    /// <summary>They chose by a button.</summary>
    public static void Choose(PortraitTurn turn, string name)
    {
        if (name is Woman or Man) Say(turn, name);
        else Where.Show(turn);
    }

    /// <summary>They said who they are: what is not paid yet is made for that.</summary>
    public static void Say(PortraitTurn turn, string name)
    {
        if (HasModel(turn)) return;
        var texts = turn.Texts;
        var before = Choosing.ClassOf(turn);
        turn.Data = turn.Data with { Class = name };
        if (turn.Data.Orders.LastOrDefault(order => order.Class != name && (order.Stage == OrderStage.Making || order is
            { Stage: OrderStage.Placed or OrderStage.Open, PendingAt: not null })) is { } late
                && turn.State is PortraitStates.Training or PortraitStates.AwaitingPayment)
        {
            turn.Buttons(texts.WhoTooLate(late.Title, texts.OfClass(late.Class)), (CommandIds.Of(Command.Human), texts.HumanButton));
            return;
        }

        var unpaid = turn.Data.Orders.Where(order => order is { Stage: OrderStage.Placed or OrderStage.Open, Model: null }
            && order.Class != name).ToList();
        foreach (var order in unpaid) Ordering.Close(turn, order);
        if (unpaid.Count > 0) turn.Say(texts.WhoSetAnew(texts.OfClass(name)));
        switch (turn.State)
        {
            case PortraitStates.AgreeingTerms when before == name && turn.Data.Pack is { } pack:
                Choosing.Pack(turn, pack);
                break;
            case PortraitStates.ChoosingPack or PortraitStates.AgreeingTerms:
                if (unpaid.Count == 0) turn.Say(texts.WhoSet(texts.OfClass(name)));
                Choosing.Again(turn);
                break;
            default:
                if (unpaid.Count > 0) Choosing.Again(turn);
                else Ways.Say(turn, texts.WhoSet(texts.OfClass(name)));
                break;
        }
    }

    // What was trained as one can't become the other.
    private static bool HasModel(PortraitTurn turn)
    {
        if (turn.Data.Model is null || turn.Data.Models.FirstOrDefault(each => each.Tune == turn.Data.Model) is not { } model) return false;
        turn.Buttons(
            turn.Texts.WhoOfModel(turn.Texts.OfClass(model.Class)), (PortraitIds.Anew, turn.Texts.AnewButton),
                (CommandIds.Of(Command.Human), turn.Texts.HumanButton));
        return true;
    }
}
