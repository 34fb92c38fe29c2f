using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Inbox;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>Takes a webhook that cannot be stored as a whole apart, so that one odd message costs no other.</summary>
internal static class Salvage
{
    /// <summary>Halves it: one odd thing among many is found in a few steps.</summary>
    public static IEnumerable<PendingDelivery> Halve(PendingDelivery pending)
    {
        var half = pending.Count / 2;
        yield return Part(pending, 0, half);
        yield return Part(pending, half, pending.Count - half);
    }

    /// <summary>The message or status as raw JSON that nobody understood; null where it is that already.</summary>
    public static PendingDelivery? AsUpdate(PendingDelivery part) => part.Delivery switch
    {
        { Messages: [var message] } => AsUpdate(part, new UnknownUpdate("messages", message.Raw, message.Message.NumberId)),
        { Statuses: [var status] } => AsUpdate(part, new UnknownUpdate("statuses", status.Raw, status.NumberId)),
        _ => null,
    };

    private static PendingDelivery AsUpdate(PendingDelivery part, UnknownUpdate update) =>
        new(new Delivery([], [], [update]) { TraceParent = part.Delivery.TraceParent }, []);

    // Entries come last.
    private static PendingDelivery Part(PendingDelivery whole, int from, int count)
    {
        var before = whole.Count - whole.Entries.Count;
        var first = Math.Max(from, before) - before;
        return new PendingDelivery(
            DeliveryParts.Slice(whole.Delivery, from, count), [.. whole.Entries.Skip(first).Take(Math.Max(0, from + count - before - first))]);
    }
}
