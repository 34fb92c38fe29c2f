namespace WhatsAppBots.Money.Orders;

/// <summary>Something a person ordered, and what it costs.</summary>
/// <param name="Item">What, JSON, as the bot understands it.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217, three capitals.</param>
/// <param name="State">A name of <see cref="OrderStates"/>.</param>
/// <param name="Reference">What providers are given to tell it by.</param>
/// <param name="Number">The bot's own number of it in its conversation; 0: none.</param>
public sealed record Order(
    long Id, long WorkspaceId, long ConversationId, string Bot, string Item, long Amount, string Currency, string State, string Reference,
    int Number = 0)
{
    /// <summary>What all references begin with: payments of others on the same account are none of ours.</summary>
    public const string ReferencePrefix = "o_";
}

/// <summary>Where an order stands.</summary>
public static class OrderStates
{
    /// <summary>Asked for, not paid.</summary>
    public const string Open = "open";

    /// <summary>Paid in full; what was ordered is owed.</summary>
    public const string Paid = "paid";

    /// <summary>Delivered; the money is earned.</summary>
    public const string Fulfilled = "fulfilled";

    /// <summary>To be given back; the provider has not said that it did.</summary>
    public const string Refunding = "refunding";

    /// <summary>Given back.</summary>
    public const string Refunded = "refunded";

    /// <summary>Never paid, and no longer offered.</summary>
    public const string Cancelled = "cancelled";
}
