namespace WhatsAppBots.Contracts.Events;

/// <summary>A person ordered something.</summary>
/// <param name="Number">The bot's own number of it in this conversation, from 1; asked for twice it is one order.</param>
/// <param name="Item">What, JSON, as the bot understands it.</param>
/// <param name="Description">What the person reads on the page they pay on.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Language">What the person reads, two letters; null: unknown.</param>
/// <param name="EntryBot">The bot of the number they write to, to lead them back there; null: unknown.</param>
public sealed record OrderPlaced(
    long ConversationId, int Number, string Item, string Description, long Amount, string Currency, string? Language = null, string? EntryBot = null);

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

/// <summary>Money was given back, by us or by somebody at the provider.</summary>
/// <param name="Amount">Minor units, of this refund.</param>
/// <param name="OfOrder">All that paid the order is back now; else a part of it, or a payment that did not fit.</param>
/// <param name="Left">Minor units of the order's payment that are still here; null: it is no part of that payment.</param>
public sealed record PaymentRefunded(
    long ConversationId, long OrderId, int Number, long Amount, string Currency, bool OfOrder, long? Left = null);

/// <summary>A refund that was told did not reach the person: their bank sent it back. Somebody must look.</summary>
/// <param name="Amount">Minor units.</param>
public sealed record RefundFailed(long ConversationId, long OrderId, int Number, long Amount, string Currency);

/// <summary>A bank disputes a payment in the name of who paid it, or has settled that.</summary>
/// <param name="Amount">Minor units in dispute.</param>
/// <param name="Stage">A name of <see cref="DisputeStages"/>.</param>
/// <param name="IsReturned">The money had been given back before.</param>
/// <param name="OrderGoesOn">Lost, but not all of what paid the order: it was a part of that, or a payment beside it.</param>
public sealed record PaymentDisputed(
    long ConversationId, long OrderId, int Number, long Amount, string Currency, string Stage, bool IsReturned, bool OrderGoesOn = false);

/// <summary>Stages of a dispute.</summary>
public static class DisputeStages
{
    /// <summary>The bank asks, and has not settled it.</summary>
    public const string Open = "open";

    /// <summary>Settled for us: the payment stands.</summary>
    public const string Won = "won";

    /// <summary>Settled for who paid: they have their money back from the bank.</summary>
    public const string Lost = "lost";
}

/// <summary>The person did their part, and the money takes hours or days to come: a bank transfer, a direct debit.</summary>
public sealed record PaymentPending(long ConversationId, long OrderId, int Number);

/// <summary>A payment did not go through. Nothing was charged.</summary>
public sealed record PaymentFailed(long ConversationId, long OrderId, int Number);

/// <summary>Ask the provider whether an order was paid.</summary>
/// <param name="Number">The bot's own number of it.</param>
/// <param name="Reason">A name of <see cref="PaymentReasons"/>; comes back with the answer.</param>
public sealed record PaymentAsked(long ConversationId, int Number, string Reason);

/// <summary>What the provider said. A payment it knows of is told by an event of its own.</summary>
/// <param name="Reason">As it was asked.</param>
/// <param name="Outcome">A name of <see cref="PaymentOutcomes"/>.</param>
public sealed record PaymentLooked(long ConversationId, int Number, string Reason, string Outcome);

/// <summary>Why a provider is asked.</summary>
public static class PaymentReasons
{
    /// <summary>The person says that they paid.</summary>
    public const string Said = "said";

    /// <summary>They are about to be reminded.</summary>
    public const string Reminder = "reminder";
}

/// <summary>What a provider says of an order.</summary>
public static class PaymentOutcomes
{
    /// <summary>It has a payment.</summary>
    public const string Paid = "paid";

    /// <summary>It waits for the money.</summary>
    public const string Pending = "pending";

    /// <summary>It has none.</summary>
    public const string Unpaid = "unpaid";

    /// <summary>It did not answer.</summary>
    public const string Unreachable = "unreachable";
}
