namespace WhatsAppBots.Contracts.Events;

/// <summary>A person ordered something.</summary>
/// <param name="Number">The bot's own number of it in this conversation, from 1; asked for twice it is one order.</param>
/// <param name="Item">What, JSON, as the bot understands it.</param>
/// <param name="Description">What the person reads on the page they pay on.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record OrderPlaced(
    long ConversationId, int Number, string Item, string Description, long Amount, string Currency);

/// <summary>An order can be paid.</summary>
public sealed record CheckoutReady(long ConversationId, int Number, long OrderId, Uri Url);

/// <summary>No payment provider would take it now; the person may try again.</summary>
public sealed record CheckoutFailed(long ConversationId, int Number);

/// <summary>An order that was not paid is no longer wanted.</summary>
public sealed record OrderCancelled(long ConversationId, int Number);

/// <summary>A payment of an order arrived.</summary>
/// <param name="Fits">It is the order's, which is now paid; else it is held.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Number">The bot's own number of the order.</param>
/// <param name="Payment">Which payment: <c>stripe:pi_…</c>.</param>
/// <param name="Returns">It goes back without asking: a second payment of one order.</param>
public sealed record PaymentReceived(
    long ConversationId, long OrderId, bool Fits, long Amount, string Currency, int Number, string Payment, bool Returns);

/// <summary>What was paid for is delivered; the money is earned.</summary>
public sealed record OrderFulfilled(long ConversationId, long OrderId);

/// <summary>Give money back.</summary>
/// <param name="Payment">One payment that is held; null: all that was paid for the order.</param>
public sealed record RefundRequested(long ConversationId, long OrderId, string? Payment, string Reason);

/// <summary>Money was given back.</summary>
/// <param name="OfOrder">It was what paid the order; else a payment that did not fit.</param>
public sealed record PaymentRefunded(long ConversationId, long OrderId, int Number, long Amount, string Currency, bool OfOrder);
