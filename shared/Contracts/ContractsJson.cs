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
[JsonSerializable(typeof(CloudEvent))]
[JsonSerializable(typeof(UserMessageReceived))]
[JsonSerializable(typeof(UserMediaReceived))]
[JsonSerializable(typeof(ErasureRequested))]
[JsonSerializable(typeof(RecipientRefused))]
[JsonSerializable(typeof(PaymentReceived))]
public sealed partial class ContractsJson : JsonSerializerContext;
