using System.Globalization;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>A person who has been here before: a saved model, or a new one.</summary>
internal static class Returning
{
    private const int MostModels = 5;

    public static void Menu(PortraitTurn turn)
    {
        var texts = turn.Texts;
        var rows = new List<Choice>();
        rows.AddRange(turn.Data.Models.Where(model => model.ExpiresAt > turn.Now && !IsSuperseded(turn, model)).TakeLast(MostModels).Reverse().Select(model =>
            Where.Row(PortraitIds.Model(model.Tune), texts.ModelTitle, texts.ModelIs(turn.Date(model.TrainedAt), turn.Date(model.ExpiresAt)))));
        rows.Add(Where.Row(PortraitIds.Anew, texts.AnewTitle, texts.AnewDescription));
        if (turn.Data.Orders.LastOrDefault(order => order is { Stage: OrderStage.Delivered, Pictures.Count: > 0 }) is { } last)
        {
            rows.Add(Where.Row(PortraitIds.Show(last.Number), texts.PicturesTitle, texts.PicturesDescription));
        }

        rows.Add(Where.Human(turn));
        turn.List(texts.WelcomeBack, texts.ChooseButton, rows);
    }

    public static void Use(PortraitTurn turn, long tune)
    {
        if (turn.Data.Models.FirstOrDefault(model => model.Tune == tune) is not { } model || model.ExpiresAt <= turn.Now)
        {
            Gone(turn);
            return;
        }

        turn.Data = turn.Data with { Model = tune };
        Choosing.Tiers(turn);
    }

    public static void Gone(PortraitTurn turn) => turn.Buttons(turn.Texts.ModelGone, (PortraitIds.Anew, turn.Texts.AnewButton));

    public static void Anew(PortraitTurn turn)
    {
        if (!turn.Data.HasAgreed)
        {
            Beginning.Begin(turn);
            return;
        }

        turn.Data = turn.Data with { Model = null, TurnedDownAt = null };
        turn.State = turn.HasEnough ? PortraitStates.PicturesLoaded : PortraitStates.Collecting;
        Where.Show(turn);
    }

    /// <summary>Three days before a model ends it is announced; then it goes from the list.</summary>
    public static void ModelGoes(PortraitTurn turn, long tune)
    {
        if (turn.Data.Models.FirstOrDefault(model => model.Tune == tune) is not { } model) return;
        if (turn.Now >= model.ExpiresAt)
        {
            turn.Data = turn.Data with { Models = [.. turn.Data.Models.Where(each => each.Tune != tune)] };
            return;
        }

        turn.Start($"model:{tune}", model.ExpiresAt - turn.Now);
        if (IsSuperseded(turn, model)) return;
        var text = turn.Texts.ModelEnds(turn.Date(model.ExpiresAt));
        turn.Tell(
            PortraitTurn.MessageOf(text, (PortraitIds.Model(tune), turn.Texts.UseModelButton)), Purpose.Reminder,
            turn.Template("portraits_model_ends", PortraitIds.Model(tune), turn.Date(model.ExpiresAt)));
    }

    // Trained since for the same order, or on the same photos: two rows that say the same would leave a person guessing.
    private static bool IsSuperseded(PortraitTurn turn, SavedModel model) =>
        turn.Data.Models.SkipWhile(each => each.Tune != model.Tune).Skip(1).Any(later => later.Order == model.Order
            || (turn.Order(later.Order) is { } a && turn.Order(model.Order) is { } b && a.Photos.Count > 0 && a.Photos.SequenceEqual(b.Photos)));
}
