using System.Globalization;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>From the welcome to the first photo.</summary>
internal static class Beginning
{
    /// <summary>Changes with the wording: who agreed to another is asked again.</summary>
    public const string TermsVersion = "2";

    /// <summary>What they agree to before their first photo.</summary>
    public const string PhotoConsent = "portraits.photos";

    public static void Welcome(PortraitTurn turn)
    {
        var texts = turn.Texts;
        turn.List(texts.Welcome, texts.ChooseButton,
            Where.Row(PortraitIds.Begin, texts.BeginTitle, texts.BeginDescription),
            Where.Row(PortraitIds.How, texts.HowTitle, texts.HowDescription),
            Where.Row(CommandIds.Of(Command.Language), texts.LanguageTitle),
            Where.Human(turn));
    }

    public static void How(PortraitTurn turn)
    {
        turn.Buttons(turn.Texts.How + "\n\n" + Answers.Prices(turn), (PortraitIds.Begin, turn.Texts.BeginButton));
    }

    public static void Begin(PortraitTurn turn)
    {
        if (turn.Data.HasAgreed)
        {
            Returning.Anew(turn);
            return;
        }

        turn.Buttons(
            turn.Texts.Guidelines(Min(turn)),
            (PortraitIds.Ready, turn.Texts.ReadyButton), (PortraitIds.Good, turn.Texts.ExamplesButton));
    }

    public static void GoodPhotos(PortraitTurn turn) => turn.Buttons(turn.Texts.GoodPhotos, (PortraitIds.Ready, turn.Texts.ReadyButton));

    public static void Ready(PortraitTurn turn)
    {
        if (turn.Data.HasAgreed) Returning.Anew(turn);
        else AskToAgree(turn);
    }

    public static void AskToAgree(PortraitTurn turn)
    {
        turn.State = PortraitStates.PhotoTerms;
        turn.Buttons(turn.Texts.PhotoTerms, (PortraitIds.Agree, turn.Texts.AgreeButton), (PortraitIds.Decline, turn.Texts.DeclineButton));
    }

    public static void Agree(PortraitTurn turn)
    {
        if (turn.Data.HasAgreed)
        {
            Where.Show(turn);
            return;
        }

        turn.Add(new RecordConsent(PhotoConsent, TermsVersion, turn.Texts.PhotoTerms, turn.Texts.Language));
        turn.Data = turn.Data with { HasAgreed = true, TurnedDownAt = null };
        turn.State = PortraitStates.Collecting;
        var early = Collecting.LookAtEarly(turn);
        turn.Say(early > 0 ? turn.Texts.LooksAtEarly(early.ToString(CultureInfo.InvariantCulture)) : turn.Texts.SendPhotos(Min(turn)));
    }

    public static void Decline(PortraitTurn turn)
    {
        // A late press takes no agreement back: that is what "delete my data" is for, and the text says so.
        if (!turn.Data.HasAgreed)
        {
            turn.State = PortraitStates.New;
            turn.Data = turn.Data with { Early = [], TurnedDownAt = null };
        }

        turn.Buttons(turn.Texts.Declined, (PortraitIds.Begin, turn.Texts.BeginButton));
    }

    private static string Min(PortraitTurn turn) => turn.Options.MinPhotos.ToString(CultureInfo.InvariantCulture);
}
