using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Contracts;

/// <summary>JSON of everything that is stored or sent between apps.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(IncomingMessage))]
[JsonSerializable(typeof(OutgoingContent))]
[JsonSerializable(typeof(ProviderError))]
[JsonSerializable(typeof(IReadOnlyList<ProviderError>))]
[JsonSerializable(typeof(CloudEvent))]
[JsonSerializable(typeof(UserMessageReceived))]
[JsonSerializable(typeof(EventsWaiting))]
[JsonSerializable(typeof(UserMediaReceived))]
[JsonSerializable(typeof(ErasureRequested))]
[JsonSerializable(typeof(RecipientRefused))]
[JsonSerializable(typeof(MessageReturned))]
[JsonSerializable(typeof(PaymentReceived))]
[JsonSerializable(typeof(MediaStored))]
[JsonSerializable(typeof(PersonErased))]
[JsonSerializable(typeof(ExportRequested))]
[JsonSerializable(typeof(ExportReady))]
[JsonSerializable(typeof(ImageProcessed))]
[JsonSerializable(typeof(PhotosErased))]
[JsonSerializable(typeof(PacksRequested))]
[JsonSerializable(typeof(PacksListed))]
[JsonSerializable(typeof(TrainingRequested))]
[JsonSerializable(typeof(TuneCreated))]
[JsonSerializable(typeof(TrainingFailed))]
[JsonSerializable(typeof(PicturesReady))]
[JsonSerializable(typeof(PicturesErased))]
[JsonSerializable(typeof(PackVideoRequested))]
[JsonSerializable(typeof(PackImagesUpdated))]
[JsonSerializable(typeof(AiAsked))]
[JsonSerializable(typeof(AiAnswered))]
[JsonSerializable(typeof(ChartAsked))]
[JsonSerializable(typeof(ChartReady))]
[JsonSerializable(typeof(PartnerNews))]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(CheckoutReady))]
[JsonSerializable(typeof(CheckoutFailed))]
[JsonSerializable(typeof(OrderCancelled))]
[JsonSerializable(typeof(OrderFulfilled))]
[JsonSerializable(typeof(RefundRequested))]
[JsonSerializable(typeof(PaymentRefunded))]
[JsonSerializable(typeof(RefundFailed))]
[JsonSerializable(typeof(PaymentDisputed))]
[JsonSerializable(typeof(PaymentPending))]
[JsonSerializable(typeof(PaymentFailed))]
[JsonSerializable(typeof(PaymentAsked))]
[JsonSerializable(typeof(PaymentLooked))]
[JsonSerializable(typeof(OutreachAsked))]
public sealed partial class ContractsJson : JsonSerializerContext;
