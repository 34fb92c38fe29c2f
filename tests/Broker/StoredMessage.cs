using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace WhatsAppBots.Broker;

/// <summary>A message as one subscription, or its dead-letter queue, holds it.</summary>
internal sealed class StoredMessage(byte[] encoded, long number, DateTime enqueued)
{
    /// <summary>How often it was delivered in vain.</summary>
    public int Deliveries { get; set; }

    /// <summary>A copy in another queue, that was never delivered.</summary>
    public StoredMessage Copy() => new(encoded, number, enqueued);

    /// <summary>The message as it is delivered now.</summary>
    /// <param name="until">When its lock ends, UTC.</param>
    public Message Decode(DateTime until)
    {
        var message = Message.Decode(new ByteBuffer((byte[])encoded.Clone(), 0, encoded.Length, encoded.Length));
        message.Header ??= new Header();
        message.Header.DeliveryCount = (uint)Deliveries;
        message.MessageAnnotations ??= new MessageAnnotations();
        message.MessageAnnotations[new Symbol("x-opt-sequence-number")] = number;
        message.MessageAnnotations[new Symbol("x-opt-enqueued-time")] = enqueued;
        message.MessageAnnotations[new Symbol("x-opt-locked-until")] = until;
        return message;
    }
}
