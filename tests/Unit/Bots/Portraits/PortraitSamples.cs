using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Unit.Tests.Bots.Portraits;

/// <summary>A person in each state, and everything that can reach them there.</summary>
internal static class PortraitSamples
{
    public const long Conversation = 7;
    public const long OrderId = 17;
    public const long Tune = 900;
    public const long Pack = 260;

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly ListedPack _pack = new(Pack, "City Nights", 12, "cover.png", null);

    /// <summary>A person as a state finds them.</summary>
    public static Conversation In(string state) => new()
    {
        Id = Conversation, Bot = PortraitsModule.Name, EntryBot = PortraitsModule.Name, State = state, Data = DataIn(state).Write(),
        Parked = new Dictionary<string, ParkedState>(), Language = "en", Person = new Person(1, "Ann", "15550001111", null), Now = Now,
        LastInboundAt = Now,
    };

    /// <summary>All inputs, by the names the table shows. Buttons stand for any time they can be pressed, early or late.</summary>
    public static IEnumerable<(string Name, Input Input)> Inputs()
    {
        foreach (var text in new[] { "hello", "begin", "yes", "done", "feedback", "start over", "cancel", "back", "I paid", "refund",
            "where are my pictures", "how much is it?", "who sees my photos?", "how long does it take?", "never mind", "another photo",
            "that's all my photos", "I'm a man" }) yield return ($"“{text}”", Text(text));
        foreach (var (name, id) in Buttons()) yield return ($"[{name}]", Message(new ChoiceContent(id, name) { Type = "interactive" }));
        yield return ("a photo", Message(Media("image", "image/jpeg")));
        yield return ("a photo as a document", Message(Media("document", "image/png")));
        foreach (var (type, mime) in new[] { ("document", "application/pdf"), ("sticker", "image/webp"), ("audio", "audio/ogg"), ("video", "video/mp4") })
        {
            yield return (type == "document" ? "a PDF" : $"a {type}", Message(Media(type, mime)));
        }

        yield return ("a place", Message(new LocationContent(40.4, -3.7, null, null) { Type = "location" }));
        yield return ("a contact card", Message(new ContactsContent([new ContactCard("Bo", ["1"])]) { Type = "contacts" }));
        yield return ("something unknown", Message(new UnsupportedContent("poll") { Type = "unsupported" }));
        foreach (var timer in new[] { "burst", "photos", "unpaid:1", "pictures:1", $"model:{Tune}" })
        {
            yield return ($"timer {timer.Split(':')[0]}", new TimerInput(1, PortraitIds.Prefix + timer, Now, null, PortraitsModule.Name));
        }

        foreach (var e in Events()) yield return e;
    }

    private static IEnumerable<(string, string)> Buttons() =>
    [
        ("begin", PortraitIds.Begin), ("how it works", PortraitIds.How), ("good photos", PortraitIds.Good), ("ready", PortraitIds.Ready),
        ("agree", PortraitIds.Agree), ("decline", PortraitIds.Decline), ("add more", PortraitIds.Add), ("done", PortraitIds.Done),
        ("review", PortraitIds.Review), ("start over", PortraitIds.Restart), ("yes, start over", PortraitIds.RestartYes),
        ("use it anyway", PortraitIds.Use("offered")), ("leave it out", PortraitIds.Leave("offered")), ("sizes", PortraitIds.Tiers),
        ("lite", PortraitIds.Tier("lite")), ("a size of long ago", PortraitIds.Tier("giant")), ("I want it", PortraitIds.Pack(Pack)),
        ("a pack of long ago", PortraitIds.Pack(1)), ("examples", PortraitIds.Examples(Pack)), ("examples of long ago", PortraitIds.Examples(1)),
        ("agree to the order", PortraitIds.Order(Pack)), ("an order of long ago", PortraitIds.Order(1)), ("pay", PortraitIds.Pay(1)),
        ("pay what is not there", PortraitIds.Pay(9)), ("cancel", PortraitIds.Cancel(1)), ("look again", PortraitIds.Look(1)), ("give it back", PortraitIds.Refund(1, "stripe:pi_1")),
        ("show my pictures", PortraitIds.Show(1)), ("rate 5", PortraitIds.Rate(1, 5)), ("rate 3", PortraitIds.Rate(1, 3)),
        ("rate 1", PortraitIds.Rate(1, 1)), ("make them again", PortraitIds.Again(1)), ("skip", PortraitIds.Skip),
        ("use my model", PortraitIds.Model(Tune)), ("a model of long ago", PortraitIds.Model(1)), ("train anew", PortraitIds.Anew),
        ("change woman/man", PortraitIds.ChangeWho), ("a man", PortraitIds.Who("man")), ("back", PortraitIds.Back),
        ("take consent back", PortraitIds.Withdraw), ("menu", PortraitIds.Menu), ("tampered with", PortraitIds.Prefix + "rate:x:99999999999999999999"),
    ];

    private static IEnumerable<(string, Input)> Events()
    {
        yield return ("a photo is good", Seen("pending", null));
        yield return ("a photo is too dark", Seen("pending", PhotoFaults.TooDark));
        yield return ("a photo with a hat", Seen("pending", PhotoFaults.Hat));
        yield return ("a photo of a child", Seen("pending", PhotoFaults.Child));
        yield return ("a photo of long ago", Seen("gone", null));
        yield return ("packs are listed", Event(EventTypes.PacksListed, new(Conversation, "woman", "lite", [_pack]), ContractsJson.Default.PacksListed));
        yield return ("no packs", Event(EventTypes.PacksListed, new(Conversation, "woman", "lite", []), ContractsJson.Default.PacksListed));
        yield return ("it can be paid", Event(EventTypes.CheckoutReady, new(Conversation, 1, OrderId, new Uri("https://pay.example/1")), ContractsJson.Default.CheckoutReady));
        yield return ("it cannot be paid", Event(EventTypes.CheckoutFailed, new(Conversation, 1), ContractsJson.Default.CheckoutFailed));
        yield return ("paid", Paid(fits: true, returns: false));
        yield return ("paid another amount", Paid(fits: false, returns: false));
        yield return ("paid twice", Paid(fits: false, returns: true));
        yield return ("money given back", Event(EventTypes.PaymentRefunded, new(Conversation, OrderId, 1, 900, "USD", true), ContractsJson.Default.PaymentRefunded));
        yield return ("a part given back", Event(EventTypes.PaymentRefunded, new(Conversation, OrderId, 1, 400, "USD", false, 500), ContractsJson.Default.PaymentRefunded));
        yield return ("a refund fails", Event(EventTypes.RefundFailed, new(Conversation, OrderId, 1, 900, "USD"), ContractsJson.Default.RefundFailed));
        foreach (var stage in new[] { DisputeStages.Open, DisputeStages.Won, DisputeStages.Lost })
        {
            yield return ($"dispute {stage}", Event(EventTypes.PaymentDisputed, new(Conversation, OrderId, 1, 900, "USD", stage, false), ContractsJson.Default.PaymentDisputed));
        }

        yield return ("payment on its way", Event(EventTypes.PaymentPending, new(Conversation, OrderId, 1), ContractsJson.Default.PaymentPending));
        yield return ("payment failed", Event(EventTypes.PaymentFailed, new(Conversation, OrderId, 1), ContractsJson.Default.PaymentFailed));
        foreach (var reason in new[] { PaymentReasons.Reminder, PaymentReasons.Said })
        {
            foreach (var outcome in new[] { PaymentOutcomes.Unpaid, PaymentOutcomes.Paid, PaymentOutcomes.Pending, PaymentOutcomes.Unreachable })
            {
                yield return ($"{outcome}, asked: {reason}", Event(EventTypes.PaymentLooked, new(Conversation, 1, reason, outcome), ContractsJson.Default.PaymentLooked));
            }
        }

        yield return ("training begun", Event(EventTypes.TuneCreated, new(Conversation, OrderId, Tune, Now.AddMinutes(20)), ContractsJson.Default.TuneCreated));
        yield return ("training failed", Event(EventTypes.TrainingFailed, new(Conversation, OrderId, 1, "422"), ContractsJson.Default.TrainingFailed));
        yield return ("pictures ready", Event(
            EventTypes.PicturesReady,
            new(Conversation, OrderId, Tune, ["a.png", "b.png"], new Uri("https://bots.example/pictures/x"), Now, Now.AddDays(30)), ContractsJson.Default.PicturesReady));
    }

    private static PortraitData DataIn(string state)
    {
        var at = PortraitStates.All.Index().First(each => each.Item == state).Index;
        var data = new PortraitData { HasAgreed = at >= 2 };
        if (at >= 2) data = data with { Photos = [Photo("pending", PhotoStage.Pending), Photo("offered", PhotoStage.Offered)] };
        if (at >= 3) data = data with { Photos = [.. data.Photos, .. Enumerable.Range(1, 10).Select(n => Photo($"p{n}", PhotoStage.Accepted))] };
        if (at >= 5) data = data with { Tier = "lite", Packs = [ShownPack.Of(_pack)] };
        if (at >= 6) data = data with { Pack = Pack };
        if (at >= 7) data = data with { Orders = [Order(at)] };
        return at < 9 ? data : data with { Models = [new SavedModel(Tune, "woman", Now.AddDays(-1), Now.AddDays(29))], WritesAbout = at == 10 ? 1 : null };
    }

    private static PortraitOrder Order(int at) => new(
        1, Pack, "City Nights", "lite", "woman", 12, 900, "USD",
        at == 7 ? OrderStage.Open : at == 8 ? OrderStage.Making : OrderStage.Delivered, [.. Enumerable.Range(1, 10).Select(n => $"p{n}")], null)
    {
        Id = OrderId, Url = new Uri("https://pay.example/1"), Pictures = at >= 9 ? ["a.png", "b.png"] : [], Rating = at == 10 ? 2 : null,
        Download = at >= 9 ? new Uri("https://bots.example/pictures/x") : null,
    };

    private static Photo Photo(string id, PhotoStage stage) => new(
        id, stage, Now.AddSeconds(-10), "woman", new Dictionary<string, string> { ["hair_color"] = "black" }, 120, 900, "00ff00ff00ff00ff");

    private static EventInput Seen(string id, string? fault) => Event(
        EventTypes.ImageProcessed, new(Conversation, id, fault, "woman", null, 120, 900, "1", false), ContractsJson.Default.ImageProcessed);

    private static EventInput Paid(bool fits, bool returns) => Event(
        EventTypes.PaymentReceived, new(Conversation, OrderId, fits, 900, "USD", 1, "stripe:pi_1", returns), ContractsJson.Default.PaymentReceived);

    public static EventInput Event<T>(string type, T data, JsonTypeInfo<T> info) =>
        new(type, JsonSerializer.SerializeToElement(data, info), PortraitsModule.Name);

    public static MessageInput Text(string text) => Message(new TextContent(text) { Type = "text" });

    private static MediaContent Media(string type, string mime) => new("media.1", mime, null, null, null, false, false) { Type = type };

    private static MessageInput Message(IncomingContent content) =>
        new(new IncomingMessage("wamid.new", Now, "1000", new Sender("15550001111", null, "Ann"), content));
}
