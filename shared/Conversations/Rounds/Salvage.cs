using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>Takes a webhook that cannot be stored as a whole apart, so that one odd message costs no other.</summary>
internal static class Salvage
{
    public static List<PendingDelivery> Split(PendingDelivery pending) =>
    [
        .. pending.Delivery.Messages.Select(message => Part(pending, new Delivery([message], [], []))),
        .. pending.Delivery.Statuses.Select(status => Part(pending, new Delivery([], [status], []))),
        .. pending.Delivery.Updates.Select(update => Part(pending, new Delivery([], [], [update]))),
        .. pending.Delivery.Preferences.Select(preference => Part(pending, new Delivery([], [], []) { Preferences = [preference] })),
        .. pending.Entries.Select(entry => new PendingDelivery(new Delivery([], [], []), [entry])),
    ];

    /// <summary>The message or status as raw JSON that nobody understood; null where it is that already.</summary>
    public static PendingDelivery? AsUpdate(PendingDelivery part) => part.Delivery switch
    {
        { Messages: [var message] } => Part(part, new Delivery(
            [], [], [new UnknownUpdate("messages", message.Raw, message.Message.NumberId)])),
        { Statuses: [var status] } => Part(part, new Delivery([], [], [new UnknownUpdate("statuses", status.Raw, status.NumberId)])),
        _ => null,
    };

    private static PendingDelivery Part(PendingDelivery whole, Delivery delivery) =>
        new(delivery with { TraceParent = whole.Delivery.TraceParent }, []);
}
