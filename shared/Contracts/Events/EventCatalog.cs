using System.Text.Json.Serialization.Metadata;

namespace WhatsAppBots.Contracts.Events;

/// <summary>Event as one entry: its wire name, what it carries, and which apps receive it.</summary>
public abstract record EventEntry(string Type, IReadOnlyList<string> Receivers)
{
    /// <summary>The record it carries.</summary>
    public abstract Type Record { get; }
}

/// <inheritdoc cref="EventEntry"/>
public sealed record EventEntry<T>(string Type, JsonTypeInfo<T> Info, IReadOnlyList<string> Receivers) : EventEntry(Type, Receivers)
{
    /// <inheritdoc/>
    public override Type Record => typeof(T);
}

/// <summary>
/// All events. An event is added here, as one entry: its record needs a line in <see cref="ContractsJson"/>, or the entry does not compile;
/// the filters of the bus are compared with the receivers by a test.
/// </summary>
public static class EventCatalog
{
    private static readonly List<EventEntry> _all = [];

    private static ContractsJson Json => ContractsJson.Default;

    /// <inheritdoc cref="EventTypes.UserMessageReceived"/>
    public static readonly EventEntry<UserMessageReceived> UserMessageReceived =
        Add(EventTypes.UserMessageReceived, Json.UserMessageReceived, Apps.Messages);

    /// <inheritdoc cref="EventTypes.EventsWaiting"/>
    public static readonly EventEntry<EventsWaiting> EventsWaiting =
        Add(EventTypes.EventsWaiting, Json.EventsWaiting, Apps.Messages, Apps.Images, Apps.Payments, Apps.Maintenance);

    /// <inheritdoc cref="EventTypes.JobsDue"/>
    public static readonly EventEntry<EventsWaiting> JobsDue = Add(EventTypes.JobsDue, Json.EventsWaiting, Apps.Images);

    /// <inheritdoc cref="EventTypes.PaymentsDue"/>
    public static readonly EventEntry<EventsWaiting> PaymentsDue = Add(EventTypes.PaymentsDue, Json.EventsWaiting, Apps.Payments);

    /// <inheritdoc cref="EventTypes.ThreadsChanged"/>
    public static readonly EventEntry<EventsWaiting> ThreadsChanged = Add(EventTypes.ThreadsChanged, Json.EventsWaiting, Apps.Maintenance);

    /// <inheritdoc cref="EventTypes.OutreachAsked"/>
    public static readonly EventEntry<OutreachAsked> OutreachAsked = Add(EventTypes.OutreachAsked, Json.OutreachAsked, Apps.Messages);

    /// <inheritdoc cref="EventTypes.UserMediaReceived"/>
    public static readonly EventEntry<UserMediaReceived> UserMediaReceived =
        Add(EventTypes.UserMediaReceived, Json.UserMediaReceived, Apps.Images);

    /// <inheritdoc cref="EventTypes.ErasureRequested"/>
    public static readonly EventEntry<ErasureRequested> ErasureRequested =
        Add(EventTypes.ErasureRequested, Json.ErasureRequested, Apps.Maintenance);

    /// <inheritdoc cref="EventTypes.RecipientRefused"/>
    public static readonly EventEntry<RecipientRefused> RecipientRefused =
        Add(EventTypes.RecipientRefused, Json.RecipientRefused, Apps.Messages);

    /// <inheritdoc cref="EventTypes.MessageReturned"/>
    public static readonly EventEntry<MessageReturned> MessageReturned =
        Add(EventTypes.MessageReturned, Json.MessageReturned, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PaymentReceived"/>
    public static readonly EventEntry<PaymentReceived> PaymentReceived =
        Add(EventTypes.PaymentReceived, Json.PaymentReceived, Apps.Messages);

    /// <inheritdoc cref="EventTypes.MediaStored"/>
    public static readonly EventEntry<MediaStored> MediaStored = Add(EventTypes.MediaStored, Json.MediaStored, Apps.Images);

    /// <inheritdoc cref="EventTypes.ExportRequested"/>
    public static readonly EventEntry<ExportRequested> ExportRequested =
        Add(EventTypes.ExportRequested, Json.ExportRequested, Apps.Maintenance);

    /// <inheritdoc cref="EventTypes.ExportReady"/>
    public static readonly EventEntry<ExportReady> ExportReady = Add(EventTypes.ExportReady, Json.ExportReady, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PersonErased"/>
    public static readonly EventEntry<PersonErased> PersonErased =
        Add(EventTypes.PersonErased, Json.PersonErased, Apps.Images, Apps.Payments);

    /// <inheritdoc cref="EventTypes.ImageProcessed"/>
    public static readonly EventEntry<ImageProcessed> ImageProcessed = Add(EventTypes.ImageProcessed, Json.ImageProcessed, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PhotosErased"/>
    public static readonly EventEntry<PhotosErased> PhotosErased = Add(EventTypes.PhotosErased, Json.PhotosErased, Apps.Images);

    /// <inheritdoc cref="EventTypes.PacksRequested"/>
    public static readonly EventEntry<PacksRequested> PacksRequested = Add(EventTypes.PacksRequested, Json.PacksRequested, Apps.Images);

    /// <inheritdoc cref="EventTypes.PacksListed"/>
    public static readonly EventEntry<PacksListed> PacksListed = Add(EventTypes.PacksListed, Json.PacksListed, Apps.Messages);

    /// <inheritdoc cref="EventTypes.TrainingRequested"/>
    public static readonly EventEntry<TrainingRequested> TrainingRequested =
        Add(EventTypes.TrainingRequested, Json.TrainingRequested, Apps.Images);

    /// <inheritdoc cref="EventTypes.TuneCreated"/>
    public static readonly EventEntry<TuneCreated> TuneCreated = Add(EventTypes.TuneCreated, Json.TuneCreated, Apps.Messages);

    /// <inheritdoc cref="EventTypes.TrainingFailed"/>
    public static readonly EventEntry<TrainingFailed> TrainingFailed =
        Add(EventTypes.TrainingFailed, Json.TrainingFailed, Apps.Messages, Apps.Payments);

    /// <inheritdoc cref="EventTypes.PicturesReady"/>
    public static readonly EventEntry<PicturesReady> PicturesReady = Add(EventTypes.PicturesReady, Json.PicturesReady, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PicturesErased"/>
    public static readonly EventEntry<PicturesErased> PicturesErased = Add(EventTypes.PicturesErased, Json.PicturesErased, Apps.Images);

    /// <inheritdoc cref="EventTypes.PackVideoRequested"/>
    public static readonly EventEntry<PackVideoRequested> PackVideoRequested =
        Add(EventTypes.PackVideoRequested, Json.PackVideoRequested, Apps.Images);

    /// <inheritdoc cref="EventTypes.PackImagesUpdated"/>
    public static readonly EventEntry<PackImagesUpdated> PackImagesUpdated = Add(EventTypes.PackImagesUpdated, Json.PackImagesUpdated);

    /// <inheritdoc cref="EventTypes.OrderPlaced"/>
    public static readonly EventEntry<OrderPlaced> OrderPlaced = Add(EventTypes.OrderPlaced, Json.OrderPlaced, Apps.Payments);

    /// <inheritdoc cref="EventTypes.CheckoutReady"/>
    public static readonly EventEntry<CheckoutReady> CheckoutReady = Add(EventTypes.CheckoutReady, Json.CheckoutReady, Apps.Messages);

    /// <inheritdoc cref="EventTypes.CheckoutFailed"/>
    public static readonly EventEntry<CheckoutFailed> CheckoutFailed = Add(EventTypes.CheckoutFailed, Json.CheckoutFailed, Apps.Messages);

    /// <inheritdoc cref="EventTypes.OrderCancelled"/>
    public static readonly EventEntry<OrderCancelled> OrderCancelled = Add(EventTypes.OrderCancelled, Json.OrderCancelled, Apps.Payments);

    /// <inheritdoc cref="EventTypes.OrderFulfilled"/>
    public static readonly EventEntry<OrderFulfilled> OrderFulfilled = Add(EventTypes.OrderFulfilled, Json.OrderFulfilled, Apps.Payments);

    /// <inheritdoc cref="EventTypes.RefundRequested"/>
    public static readonly EventEntry<RefundRequested> RefundRequested =
        Add(EventTypes.RefundRequested, Json.RefundRequested, Apps.Payments);

    /// <inheritdoc cref="EventTypes.PaymentRefunded"/>
    public static readonly EventEntry<PaymentRefunded> PaymentRefunded =
        Add(EventTypes.PaymentRefunded, Json.PaymentRefunded, Apps.Messages);

    /// <inheritdoc cref="EventTypes.RefundFailed"/>
    public static readonly EventEntry<RefundFailed> RefundFailed = Add(EventTypes.RefundFailed, Json.RefundFailed, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PaymentDisputed"/>
    public static readonly EventEntry<PaymentDisputed> PaymentDisputed =
        Add(EventTypes.PaymentDisputed, Json.PaymentDisputed, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PaymentPending"/>
    public static readonly EventEntry<PaymentPending> PaymentPending = Add(EventTypes.PaymentPending, Json.PaymentPending, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PaymentFailed"/>
    public static readonly EventEntry<PaymentFailed> PaymentFailed = Add(EventTypes.PaymentFailed, Json.PaymentFailed, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PaymentAsked"/>
    public static readonly EventEntry<PaymentAsked> PaymentAsked = Add(EventTypes.PaymentAsked, Json.PaymentAsked, Apps.Payments);

    /// <inheritdoc cref="EventTypes.PaymentLooked"/>
    public static readonly EventEntry<PaymentLooked> PaymentLooked = Add(EventTypes.PaymentLooked, Json.PaymentLooked, Apps.Messages);

    /// <inheritdoc cref="EventTypes.AiAsked"/>
    public static readonly EventEntry<AiAsked> AiAsked = Add(EventTypes.AiAsked, Json.AiAsked, Apps.Messages);

    /// <inheritdoc cref="EventTypes.AiAnswered"/>
    public static readonly EventEntry<AiAnswered> AiAnswered = Add(EventTypes.AiAnswered, Json.AiAnswered, Apps.Messages);

    /// <inheritdoc cref="EventTypes.ChartAsked"/>
    public static readonly EventEntry<ChartAsked> ChartAsked = Add(EventTypes.ChartAsked, Json.ChartAsked, Apps.Images);

    /// <inheritdoc cref="EventTypes.ChartReady"/>
    public static readonly EventEntry<ChartReady> ChartReady = Add(EventTypes.ChartReady, Json.ChartReady, Apps.Messages);

    /// <inheritdoc cref="EventTypes.PartnerNews"/>
    public static readonly EventEntry<PartnerNews> PartnerNews = Add(EventTypes.PartnerNews, Json.PartnerNews, Apps.Messages);

    /// <summary>Every entry.</summary>
    public static IReadOnlyList<EventEntry> All => _all;

    private static EventEntry<T> Add<T>(string type, JsonTypeInfo<T> info, params IReadOnlyList<string> receivers)
    {
        var entry = new EventEntry<T>(type, info, receivers);
        _all.Add(entry);
        return entry;
    }
}
