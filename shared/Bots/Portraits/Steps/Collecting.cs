using System.Globalization;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>
/// Photos: the first is answered by a reaction, each that cannot be used in reply to it, and a burst of them by one text that counts. A
/// reaction
/// to each would use up what may be sent to one person at once.
/// </summary>
internal static class Collecting
{
    private const string Burst = "burst";

    private static readonly TimeSpan _still = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    // WhatsApp keeps a file by its id for seven days.
    private static readonly TimeSpan _idLives = TimeSpan.FromDays(7);
    private static readonly TimeSpan _once = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _unusedFor = TimeSpan.FromDays(27);

    /// <summary>A photo came.</summary>
    public static void Take(PortraitTurn turn, IncomingMessage message, MediaContent media)
    {
        var data = turn.Data;
        if (!data.HasAgreed)
        {
            Keep(turn, message, media);
        }
        else if (data.Model is not null
            || turn.State is PortraitStates.Training or PortraitStates.TuneReady or PortraitStates.WritingFeedback or PortraitStates.New)
        {
            TurnDown(turn, () => turn.Buttons(
                turn.Texts.PhotosForWhat, (PortraitIds.Anew, turn.Texts.AnewButton), (PortraitIds.Menu, turn.Texts.MenuButton)));
        }
        else if (data.Photos.Count >= turn.Options.MaxPhotos)
        {
            TurnDown(turn, () => ShowUnlessLooking(turn), turn.Texts.TooManyPhotos(Text(turn.Options.MaxPhotos)));
        }
        else if (data.Photos.All(photo => photo.Id != message.Id))
        {
            turn.Data = data with { Photos = [.. data.Photos, new Photo(message.Id, PhotoStage.Pending, turn.Now)], IsWarned = false };
            turn.Add(new UseMedia(MediaPurposes.Portrait));
            turn.Add(new ShowTyping());
            turn.Start(Burst, _still);
            turn.Start("photos", _unusedFor);
        }
    }

    /// <summary>They agreed: what they sent before that is looked at now.</summary>
    /// <returns>How many photos that are.</returns>
    public static int LookAtEarly(PortraitTurn turn)
    {
        var early = turn.Data.Early.Where(photo => turn.Now < photo.At + _idLives).Take(Room(turn)).ToList();
        turn.Data = turn.Data with
        {
            Early = [],
            Photos = [.. turn.Data.Photos, .. early.Select(photo => new Photo(photo.Id, PhotoStage.Pending, turn.Now))],
            IsWarned = false,
        };
        foreach (var photo in early)
        {
            turn.Publish(
                EventCatalog.UserMediaReceived,
                new(turn.Conversation.Id, photo.Number, photo.Id, photo.Media, photo.Type, photo.Mime, photo.Sha256,
                    MediaPurposes.Portrait, IsWanted: true));
        }

        if (early.Count > 0)
        {
            turn.Start(Burst, _still);
            turn.Start("photos", _unusedFor);
        }

        return early.Count;
    }

    /// <summary>They have sent all they have: enough, or how many are missing.</summary>
    public static void ThatsAll(PortraitTurn turn)
    {
        if (turn.State != PortraitStates.Collecting || turn.HasEnough || turn.Data.Model is not null)
        {
            if (turn.State is PortraitStates.New or PortraitStates.PhotoTerms) Where.Show(turn);
            else Choosing.Tiers(turn);
            return;
        }

        var (have, min) = (turn.Accepted.Count, turn.Options.MinPhotos);
        if (IsLooking(turn)) turn.Say(turn.Texts.StillLooking);
        else if (have == 0) turn.Say(turn.Texts.NoPhotosYet(Text(min)));
        else turn.Say(turn.Texts.TooFewYet(Text(have), Text(min), Text(min - have)));
    }

    /// <summary>A photo was looked at.</summary>
    public static void Checked(PortraitTurn turn, ImageProcessed seen)
    {
        var photo = turn.Data.Photos.FirstOrDefault(each => each.Id == seen.MessageId && each.Stage == PhotoStage.Pending);
        if (photo is null)
        {
            // They began anew, or it was turned down, before its check was done.
            if (turn.Data.Photos.All(each => each.Id != seen.MessageId)) Erase(turn, [seen.MessageId]);
            return;
        }

        if (seen.Fault == PhotoFaults.Child)
        {
            RefuseAll(turn);
            return;
        }

        photo = photo with
        {
            Class = seen.Class,
            Traits = seen.Traits,
            Light = seen.Light,
            Sharpness = seen.Sharpness,
            Fingerprint = seen.Fingerprint,
            FullLength = seen.FullLength,
        };
        if (seen.Fault is null) Accept(turn, photo);
        else if (PhotoFaults.Soft.Contains(seen.Fault)) Offer(turn, photo, seen.Fault);
        else Refuse(turn, photo, seen.Fault);
        turn.Start(Burst, _still);
    }

    /// <summary>Nothing has come for four seconds.</summary>
    public static void AfterBurst(PortraitTurn turn)
    {
        var late = turn.Data.Photos.Where(photo => photo.Stage == PhotoStage.Pending).ToList();
        if (late.Exists(photo => turn.Now < photo.At + _patience))
        {
            turn.Start(Burst, _still);
            return;
        }

        foreach (var photo in late) Refuse(turn, photo, PhotoFaults.NotChecked);
        SayRefused(turn);
        if (turn.State is not (PortraitStates.Collecting or PortraitStates.PicturesLoaded)) return;
        if (!turn.HasEnough)
        {
            Count(turn);
            return;
        }

        if (!turn.Data.IsReviewed)
        {
            turn.Data = turn.Data with { IsReviewed = true };
            Reviewing.Review(turn);
        }

        Enough(turn);
    }

    /// <summary>How many there are.</summary>
    public static void Count(PortraitTurn turn)
    {
        var (have, min) = (turn.Accepted.Count, turn.Options.MinPhotos);
        if (IsLooking(turn)) turn.Say(turn.Texts.StillLooking);
        else turn.Say(have == 0 ? turn.Texts.SendPhotos(Text(min)) : turn.Texts.SoFar(Text(have), Text(min), Text(Math.Max(0, min - have))));
    }

    /// <summary>There are enough: what next.</summary>
    public static void Enough(PortraitTurn turn)
    {
        var texts = turn.Texts;
        var have = Text(turn.Accepted.Count);
        var rows = new List<Choice> { Where.Row(PortraitIds.Done, texts.DoneTitle, texts.DoneDescription) };
        if (Room(turn) > 0) rows.Add(Where.Row(PortraitIds.Add, texts.AddTitle, texts.AddDescription));
        rows.Add(Where.Row(PortraitIds.Review, texts.ReviewTitle, texts.ReviewDescription));
        rows.Add(Where.Row(PortraitIds.Restart, texts.RestartTitle, texts.RestartDescription));
        rows.Add(Where.Human(turn));
        turn.List(Room(turn) > 0 ? texts.Enough(have, Text(turn.Options.MaxPhotos)) : texts.Full(have), texts.ChooseButton, rows);
    }

    public static void More(PortraitTurn turn)
    {
        if (!turn.Data.HasAgreed)
        {
            Beginning.AskToAgree(turn);
            return;
        }

        if (turn.State is PortraitStates.Training or PortraitStates.TuneReady or PortraitStates.WritingFeedback or PortraitStates.New)
        {
            Returning.Anew(turn);
            return;
        }

        turn.Data = turn.Data with { Model = null };
        turn.State = turn.HasEnough ? PortraitStates.PicturesLoaded : PortraitStates.Collecting;
        turn.Say(Room(turn) > 0 ? turn.Texts.SendMore(Text(Room(turn))) : turn.Texts.TooManyPhotos(Text(turn.Options.MaxPhotos)));
    }

    public static void AskToRestart(PortraitTurn turn)
    {
        if (turn.Data.Photos.Count == 0) Where.Show(turn);
        else turn.Buttons(turn.Texts.RestartAsk, (PortraitIds.RestartYes, turn.Texts.RestartButton), (PortraitIds.Menu, turn.Texts.KeepButton));
    }

    public static void Restart(PortraitTurn turn)
    {
        if (turn.Data.Photos.Count == 0 || turn.Data.Orders.Any(order => order.Stage is OrderStage.Making or OrderStage.Placed or OrderStage.Open && order.Model is null))
        {
            // What an order is made of stays until it is made.
            if (turn.Data.Photos.Count > 0) turn.Say(turn.Texts.PhotosInUse);
            Where.Show(turn);
            return;
        }

        EraseAll(turn);
        turn.State = PortraitStates.Collecting;
        turn.Say(turn.Texts.Restarted(Text(turn.Options.MinPhotos)));
    }

    public static void UseAnyway(PortraitTurn turn, string id)
    {
        var photo = turn.Data.Photos.FirstOrDefault(each => each.Id == id);
        if (photo is null)
        {
            turn.Say(turn.Texts.PhotoGone);
            return;
        }

        if (photo.Stage == PhotoStage.Offered) Accept(turn, photo, isAsked: true);
        turn.Start(Burst, _still);
    }

    public static void LeaveOut(PortraitTurn turn, string id)
    {
        if (turn.Data.Photos.FirstOrDefault(each => each.Id == id) is { } photo)
        {
            if (turn.Data.Orders.Any(order => order.Stage is OrderStage.Placed or OrderStage.Open or OrderStage.Making && order.Photos.Contains(id)))
            {
                turn.Say(turn.Texts.PhotosInUse);
                return;
            }

            // They may have said "use it" first.
            turn.Remove(photo);
            Erase(turn, [id]);
            if (turn.State == PortraitStates.PicturesLoaded && !turn.HasEnough) turn.State = PortraitStates.Collecting;
        }

        turn.Say(turn.Texts.LeftOut);
        turn.Start(Burst, _still);
    }

    /// <summary>Forgets all photos, here and in the media store.</summary>
    public static void EraseAll(PortraitTurn turn)
    {
        if (turn.Data.Photos.Count > 0) Erase(turn, [.. turn.Data.Photos.Select(photo => photo.Id)]);
        turn.Data = turn.Data with { Photos = [], IsReviewed = false, IsWarned = false, Class = null };
        turn.Stop(Burst);
        turn.Stop("photos");
    }

    private static void Accept(PortraitTurn turn, Photo photo, bool isAsked = false)
    {
        turn.Set(photo with { Stage = PhotoStage.Accepted });
        if (isAsked || turn.Accepted.Count == 1) turn.Tell(new ReactionMessage(photo.Id, "👍"), Purpose.Answer);
        if (turn.State == PortraitStates.Collecting && turn.HasEnough) turn.State = PortraitStates.PicturesLoaded;
    }

    private static void Offer(PortraitTurn turn, Photo photo, string fault)
    {
        turn.Set(photo with { Stage = PhotoStage.Offered });
        turn.Buttons(
            turn.Texts.OfFault(fault), photo.Id, (PortraitIds.Use(photo.Id), turn.Texts.UseAnywayButton),
            (PortraitIds.Leave(photo.Id), turn.Texts.LeaveOutButton));
    }

    private static void Refuse(PortraitTurn turn, Photo photo, string fault)
    {
        turn.Remove(photo);
        Erase(turn, [photo.Id]);
        if (fault == PhotoFaults.TooManyAgain) return;

        // The first is answered itself; of the others of its burst it is said at the end how many there are, and why.
        if (turn.Data.Refused is { } others)
        {
            turn.Data = turn.Data with { Refused = [.. others, fault] };
            return;
        }

        turn.Data = turn.Data with { Refused = [] };
        turn.Say(turn.Texts.OfFault(fault), photo.Id);
    }

    private static void SayRefused(PortraitTurn turn)
    {
        var others = turn.Data.Refused ?? [];
        if (turn.Data.Refused is not null) turn.Data = turn.Data with { Refused = null };
        if (others.Count == 0) return;
        var reasons = others.GroupBy(fault => fault).OrderByDescending(group => group.Count())
            .Select(group => $"• {(group.Count() > 1 ? Text(group.Count()) + " × " : "")}{turn.Texts.OfFault(group.Key)}");
        turn.Say(turn.Texts.MoreRefused(Text(others.Count), string.Join('\n', reasons)));
    }

    private static void RefuseAll(PortraitTurn turn)
    {
        EraseAll(turn);
        var unpaid = turn.Data.Orders.Where(order => order.Stage is OrderStage.Placed or OrderStage.Open && order.Model is null).ToList();
        foreach (var order in unpaid) Ordering.Close(turn, order);

        if (turn.State is not (PortraitStates.Training or PortraitStates.TuneReady or PortraitStates.WritingFeedback))
        {
            turn.State = turn.Data.Orders.Any(order => order.Stage == OrderStage.Making) ? PortraitStates.Training
                : turn.Data.Orders.Any(order => order.Stage == OrderStage.Delivered) ? PortraitStates.TuneReady : PortraitStates.New;
        }

        turn.Say(turn.Texts.NoChildren);
        if (unpaid.Count > 0) turn.Say(turn.Texts.Cancelled);
    }

    private static int Room(PortraitTurn turn) => turn.Options.MaxPhotos - turn.Data.Photos.Count;

    /// <summary>Photos wait for their check.</summary>
    public static bool IsLooking(PortraitTurn turn) => turn.Data.Photos.Any(photo => photo.Stage == PhotoStage.Pending);

    // What is next is said when the checks are done.
    private static void ShowUnlessLooking(PortraitTurn turn)
    {
        if (!IsLooking(turn)) Where.Show(turn);
    }

    // Nobody looks at it before they agree; its id is kept until then.
    private static void Keep(PortraitTurn turn, IncomingMessage message, MediaContent media)
    {
        var early = turn.Data.Early;
        var isFirst = early.Count == 0;
        if (early.Count < turn.Options.MaxPhotos && early.All(photo => photo.Id != message.Id))
        {
            turn.Data = turn.Data with
            {
                Early = [.. early, new EarlyPhoto(message.Id, media.MediaId, message.NumberId, media.Type, media.MimeType, media.Sha256,
                    turn.Now)],
            };
        }

        TurnDown(turn, () =>
        {
            turn.State = PortraitStates.PhotoTerms;
            if (isFirst) Beginning.AskToAgree(turn);
            else Ways.Say(turn, turn.Texts.AgreeToGoOn(Text(turn.Data.Early.Count)));
        }, isFirst ? turn.Texts.AgreeFirst : null);
    }

    // Answered by one text, however many come.
    private static void TurnDown(PortraitTurn turn, Action answer, string? first = null)
    {
        if (turn.Now < turn.Data.TurnedDownAt + _once) return;
        turn.Data = turn.Data with { TurnedDownAt = turn.Now };
        if (first is not null) turn.Say(first);
        answer();
    }

    private static void Erase(PortraitTurn turn, IReadOnlyList<string> messages) =>
        turn.Publish(EventCatalog.PhotosErased, new(turn.Conversation.Id, messages));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
