namespace WhatsAppBots.Contracts.Events;

/// <summary>Wire names of events. What each carries and who receives it stands in the <see cref="EventCatalog"/>.</summary>
public static class EventTypes
{
    /// <summary>The one topic.</summary>
    public const string Topic = "bot-events";

    /// <summary>Conversations have unhandled inputs: a bell, without a row of its own.</summary>
    public const string UserMessageReceived = "whatsappbots.user-message-received.v1";

    /// <summary>Events wait in the apps' queues: a bell, without a row of its own.</summary>
    public const string EventsWaiting = "whatsappbots.events-waiting.v1";

    /// <summary>Orders at the AI provider are due to be looked at: a bell, without a row of its own.</summary>
    public const string JobsDue = "whatsappbots.jobs-due.v1";

    /// <summary>Refunds or questions to payment providers are due: a bell, without a row of its own.</summary>
    public const string PaymentsDue = "whatsappbots.payments-due.v1";

    /// <summary>Conversations have changed, and agents' threads with them: a bell, without a row of its own.</summary>
    public const string ThreadsChanged = "whatsappbots.threads-changed.v1";

    /// <summary>A message is to be sent to somebody who need not have written before.</summary>
    public const string OutreachAsked = "whatsappbots.outreach-asked.v1";

    /// <summary>A person sent a file that should be fetched while the provider keeps it.</summary>
    public const string UserMediaReceived = "whatsappbots.user-media-received.v1";

    /// <summary>A person confirmed that everything about them be erased.</summary>
    public const string ErasureRequested = "whatsappbots.erasure-requested.v1";

    /// <summary>The provider says of a person that they opted out or cannot be reached.</summary>
    public const string RecipientRefused = "whatsappbots.recipient-refused.v1";

    /// <summary>A message was accepted by the provider and failed later, in a way that deserves a second try.</summary>
    public const string MessageReturned = "whatsappbots.message-returned.v1";

    /// <summary>A payment of a conversation's order arrived.</summary>
    public const string PaymentReceived = "whatsappbots.payment-received.v1";

    /// <summary>A file that a bot wants is here.</summary>
    public const string MediaStored = "whatsappbots.media-stored.v1";

    /// <summary>A person wants a copy of what is kept about them.</summary>
    public const string ExportRequested = "whatsappbots.export-requested.v1";

    /// <summary>The copy they asked for.</summary>
    public const string ExportReady = "whatsappbots.export-ready.v1";

    /// <summary>A person was erased.</summary>
    public const string PersonErased = "whatsappbots.person-erased.v1";

    /// <summary>A photo was checked.</summary>
    public const string ImageProcessed = "whatsappbots.image-processed.v1";

    /// <summary>A person's photos are to be erased.</summary>
    public const string PhotosErased = "whatsappbots.photos-erased.v1";

    /// <summary>A person wants to see packs.</summary>
    public const string PacksRequested = "whatsappbots.packs-requested.v1";

    /// <summary>The packs they asked for.</summary>
    public const string PacksListed = "whatsappbots.packs-listed.v1";

    /// <summary>An order is paid and to be made.</summary>
    public const string TrainingRequested = "whatsappbots.training-requested.v1";

    /// <summary>The AI provider has begun an order.</summary>
    public const string TuneCreated = "whatsappbots.tune-created.v1";

    /// <summary>An order cannot be made.</summary>
    public const string TrainingFailed = "whatsappbots.training-failed.v1";

    /// <summary>An order is made.</summary>
    public const string PicturesReady = "whatsappbots.pictures-ready.v1";

    /// <summary>What was made for an order is to be erased.</summary>
    public const string PicturesErased = "whatsappbots.pictures-erased.v1";

    /// <summary>A pack's example video is to be made.</summary>
    public const string PackVideoRequested = "whatsappbots.pack-video-requested.v1";

    /// <summary>A pack has a new example video.</summary>
    public const string PackImagesUpdated = "whatsappbots.pack-images-updated.v1";

    /// <summary>A person ordered something.</summary>
    public const string OrderPlaced = "whatsappbots.order-placed.v1";

    /// <summary>An order can be paid.</summary>
    public const string CheckoutReady = "whatsappbots.checkout-ready.v1";

    /// <summary>An order cannot be paid just now.</summary>
    public const string CheckoutFailed = "whatsappbots.checkout-failed.v1";

    /// <summary>An order that was not paid is no longer wanted.</summary>
    public const string OrderCancelled = "whatsappbots.order-cancelled.v1";

    /// <summary>An order is delivered.</summary>
    public const string OrderFulfilled = "whatsappbots.order-fulfilled.v1";

    /// <summary>Money is to be given back.</summary>
    public const string RefundRequested = "whatsappbots.refund-requested.v1";

    /// <summary>Money was given back.</summary>
    public const string PaymentRefunded = "whatsappbots.payment-refunded.v1";

    /// <summary>A refund did not reach the person.</summary>
    public const string RefundFailed = "whatsappbots.refund-failed.v1";

    /// <summary>A bank disputes a payment, or has settled that.</summary>
    public const string PaymentDisputed = "whatsappbots.payment-disputed.v1";

    /// <summary>A payment is on its way.</summary>
    public const string PaymentPending = "whatsappbots.payment-pending.v1";

    /// <summary>A payment did not go through.</summary>
    public const string PaymentFailed = "whatsappbots.payment-failed.v1";

    /// <summary>A provider is to be asked whether an order was paid.</summary>
    public const string PaymentAsked = "whatsappbots.payment-asked.v1";

    /// <summary>The provider's answer.</summary>
    public const string PaymentLooked = "whatsappbots.payment-looked.v1";

    /// <summary>A bot asks the AI.</summary>
    public const string AiAsked = "whatsappbots.ai-asked.v1";

    /// <summary>The AI's answer, or that there is none.</summary>
    public const string AiAnswered = "whatsappbots.ai-answered.v1";

    /// <summary>A chart is to be drawn.</summary>
    public const string ChartAsked = "whatsappbots.chart-asked.v1";

    /// <summary>A chart is drawn.</summary>
    public const string ChartReady = "whatsappbots.chart-ready.v1";

    /// <summary>One person's habits concern another, who agreed to hear of them.</summary>
    public const string PartnerNews = "whatsappbots.partner-news.v1";

    /// <summary>The receivers of each type, by app: from the <see cref="EventCatalog"/>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Receivers { get; } =
        EventCatalog.All.ToDictionary(entry => entry.Type, entry => entry.Receivers);

    /// <summary>Whether it only wakes an app: an event of this type is not stored, and one that is lost is rung again.</summary>
    public static bool Wakes(string type) => type is EventsWaiting or JobsDue or PaymentsDue or ThreadsChanged;
}

/// <summary>Names of the function apps; each is also the name of its subscription on the topic.</summary>
public static class Apps
{
    /// <summary>
    /// What follows an app's name to name what the broker gave up delivering to it. It is heard again like anything else, and nothing is left there.
    /// </summary>
    public const string DeadLetters = "/$DeadLetterQueue";

    /// <summary>WhatsApp in and out, the engine.</summary>
    public const string Messages = "messages";

    /// <summary>Media.</summary>
    public const string Images = "images";

    /// <summary>Money.</summary>
    public const string Payments = "payments";

    /// <summary>Timers, sweeps, cleanup.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>The API of those who run the bots.</summary>
    public const string Admin = "admin";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Messages, Images, Payments, Maintenance, Admin];
}
