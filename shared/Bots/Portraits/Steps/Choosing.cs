using System.Globalization;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Bots.Portraits.Topics;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>How many pictures, and in which style.</summary>
internal static class Choosing
{
    private const int MostCards = 8;

    public static void Tiers(PortraitTurn turn)
    {
        if (!CanOrder(turn)) return;
        var texts = turn.Texts;
        turn.State = PortraitStates.ChoosingTier;
        turn.List(texts.TierAsk, texts.ChooseButton, PortraitOptions.Tiers.Select(tier =>
            Where.Row(PortraitIds.Tier(tier.Name), texts.OfTier(tier.Name), Price(turn, tier.Name, tier.Images)))
            .Append(Where.Row(PortraitIds.Back, texts.BackTitle, texts.BackDescription)));
    }

    /// <summary>What a tier has and costs.</summary>
    public static string Price(PortraitTurn turn, string tier, int images)
    {
        var (amount, currency) = turn.Options.PriceOf(tier, turn.Conversation.Person.Phone);
        return turn.Texts.TierIs(Text(images), turn.Price(amount, currency));
    }

    public static void Tier(PortraitTurn turn, string name)
    {
        if (!CanOrder(turn)) return;
        if (PortraitOptions.Tiers.All(tier => tier.Name != name)) Tiers(turn);
        else Ask(turn, name);
    }

    /// <summary>Shows the packs once more.</summary>
    public static void Again(PortraitTurn turn)
    {
        if (!CanOrder(turn)) return;
        if (turn.Data.Tier is { } tier) Ask(turn, tier);
        else Tiers(turn);
    }

    public static void Listed(PortraitTurn turn, PacksListed listed)
    {
        // They chose another tier meanwhile; its packs come too.
        if (turn.State != PortraitStates.ChoosingPack || listed.Tier != turn.Data.Tier) return;
        turn.Data = turn.Data with { Packs = [.. listed.Packs.Take(MostCards).Select(ShownPack.Of)] };
        if (listed.Packs.Count == 0)
        {
            turn.Buttons(turn.Texts.NoPacks, (PortraitIds.Tiers, turn.Texts.OtherTierButton));
            return;
        }

        var (amount, currency) = turn.Options.PriceOf(listed.Tier, turn.Conversation.Person.Phone);
        foreach (var pack in turn.Data.Packs)
        {
            var body = turn.Texts.PackIs(pack.Title, Text(pack.Images), turn.Price(amount, currency));
            turn.Say(PortraitTurn.MessageOf(
                body, (PortraitIds.Pack(pack.Id), turn.Texts.WantButton), (PortraitIds.Examples(pack.Id), turn.Texts.ExamplesButton)) with
            {
                HeaderImage = pack.Cover is null ? null : new MediaSource(pack.Cover, MimeType: MimeOf(pack.Cover)),
            });
        }
    }

    public static void Examples(PortraitTurn turn, long id)
    {
        if (turn.Data.Packs.FirstOrDefault(each => each.Id == id) is not { } pack)
        {
            Gone(turn);
            return;
        }

        if (pack.Video is { } video) turn.Say(new MediaMessage(MediaKind.Video, new MediaSource(video, MimeType: "video/mp4"), pack.Title));
        else if (pack.Cover is { } cover) turn.Say(new MediaMessage(MediaKind.Image, new MediaSource(cover, MimeType: MimeOf(cover)), pack.Title));
        turn.Buttons(
            pack.Video is null ? turn.Texts.NoExamples(pack.Title) : turn.Texts.AfterExamples(pack.Title),
            (PortraitIds.Pack(pack.Id), turn.Texts.WantButton));
    }

    /// <summary>A pack was chosen: its terms.</summary>
    public static void Pack(PortraitTurn turn, long id)
    {
        if (!CanOrder(turn)) return;
        if (turn.Data.Tier is not { } tier || turn.Data.Packs.FirstOrDefault(each => each.Id == id) is not { } pack)
        {
            Gone(turn);
            return;
        }

        var (amount, currency) = turn.Options.PriceOf(tier, turn.Conversation.Person.Phone);
        turn.State = PortraitStates.AgreeingTerms;
        turn.Data = turn.Data with { Pack = pack.Id };
        turn.Buttons(
            turn.Texts.OrderTerms(pack.Title, Text(pack.Images), turn.Price(amount, currency), turn.Texts.OfClass(ClassOf(turn))),
            (PortraitIds.Order(pack.Id), turn.Texts.AgreeButton), (PortraitIds.Packs, turn.Texts.OtherPackButton),
            (PortraitIds.ChangeWho, turn.Texts.ChangeWhoButton));
    }

    /// <summary>A pack that was shown is chosen by its name, or its examples are asked for. False: the text names none.</summary>
    /// <param name="topic">What else the text is about.</param>
    public static bool Named(PortraitTurn turn, string text, PortraitTopic? topic)
    {
        if (turn.State is not (PortraitStates.ChoosingPack or PortraitStates.AgreeingTerms)
            || topic is not (null or PortraitTopic.Examples)) return false;
        var plain = SpokenWords.Plain(text);
        var named = turn.Data.Packs.Where(pack => plain.Contains(SpokenWords.Plain(pack.Title), StringComparison.Ordinal)).Take(2).ToList();
        if (named is not [var only]) return false;
        if (topic is null) Pack(turn, only.Id);
        else Examples(turn, only.Id);
        return true;
    }

    /// <summary>There is something to make pictures from; else says what is missing.</summary>
    public static bool CanOrder(PortraitTurn turn)
    {
        if (turn.Data.Model is { } tune)
        {
            if (turn.Data.Models.FirstOrDefault(model => model.Tune == tune) is { } model && model.ExpiresAt > turn.Now) return true;
            turn.Data = turn.Data with { Model = null };
            if (!turn.HasEnough)
            {
                turn.State = PortraitStates.TuneReady;
                Returning.Gone(turn);
                return false;
            }
        }

        if (turn.HasEnough) return true;
        if (!turn.Data.HasAgreed)
        {
            Beginning.Begin(turn);
            return false;
        }

        if (turn.State is not (PortraitStates.Training or PortraitStates.TuneReady or PortraitStates.WritingFeedback))
        {
            turn.State = PortraitStates.Collecting;
            Collecting.Count(turn);
            return false;
        }

        if (turn.Data.Models.Any(model => model.ExpiresAt > turn.Now))
        {
            // Their photos are gone, and there is a model yet.
            Returning.Menu(turn);
            return false;
        }

        turn.State = PortraitStates.Collecting;
        turn.Say(turn.Texts.SendPhotos(Text(turn.Options.MinPhotos)));
        return false;
    }

    /// <summary>Who the pictures will be of.</summary>
    public static string ClassOf(PortraitTurn turn) =>
        (turn.Data.Model is { } tune ? turn.Data.Models.FirstOrDefault(model => model.Tune == tune)?.Class
            : turn.Data.Class ?? Reviewing.ClassOf(turn.Accepted)) ?? "person";

    private static void Ask(PortraitTurn turn, string name)
    {
        var tier = PortraitOptions.Tiers.First(each => each.Name == name);
        turn.State = PortraitStates.ChoosingPack;
        turn.Data = turn.Data with { Tier = name, Packs = [] };
        turn.Add(new Conversations.Handling.ShowTyping());
        turn.Publish(
            EventCatalog.PacksRequested, new(turn.Conversation.Id, ClassOf(turn), name, tier.Images));
    }

    private static void Gone(PortraitTurn turn)
    {
        turn.Say(turn.Texts.PackGone);
        Again(turn);
    }

    public static string MimeOf(string key) =>
        key.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
