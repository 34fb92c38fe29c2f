namespace WhatsAppBots.Money.Providers;

/// <summary>
/// A payment provider: its webhooks, read without touching anything, and its API. Another one is a folder here and a line
/// where the settings are read.
/// </summary>
public interface IPaymentProvider
{
    /// <summary>Its name in routes, rows and the ledger: <c>stripe</c>.</summary>
    string Name { get; }

    /// <summary>Its API; null where only its webhooks are configured.</summary>
    ICheckout? Checkout { get; }

    /// <summary>Verifies a webhook and reads it.</summary>
    /// <param name="header">Gives a header's value by its name; null where it is not there.</param>
    /// <param name="body">The raw body: signatures are over its bytes.</param>
    /// <param name="now">Against replays, where the provider dates its signatures.</param>
    WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now);
}

/// <summary>
/// What is asked of a provider. Each call is one request within its time-out; where nobody knows whether it was done, asking
/// again with the same key does it once.
/// </summary>
public interface ICheckout
{
    /// <summary>Opens a page on which an order is paid.</summary>
    /// <exception cref="PaymentProviderException">It was not opened, or nobody knows.</exception>
    Task<OpenedCheckout> OpenAsync(CheckoutRequest request, CancellationToken cancellationToken);

    /// <summary>Asks what was paid on a page, for where its webhook never came.</summary>
    /// <exception cref="PaymentProviderException">It did not answer.</exception>
    Task<CheckoutLook> LookAsync(string session, CancellationToken cancellationToken);

    /// <summary>Gives back what is left of a payment. One that was given back already is given back.</summary>
    /// <returns>The provider's id of it; the payment's where it tells none.</returns>
    /// <exception cref="PaymentProviderException">It was refused, or nobody knows.</exception>
    Task<string> RefundAsync(RefundOrder refund, CancellationToken cancellationToken);

    /// <summary>Lists refunds and disputes of all payments, for where their webhooks never came. It is read page by page.</summary>
    /// <param name="since">What has not changed since then need not be listed.</param>
    /// <returns>What webhooks would have told. The same change has the same event id each time; other kinds are to be passed over.</returns>
    /// <exception cref="PaymentProviderException">It did not answer.</exception>
    IAsyncEnumerable<WebhookReading> ReturnsAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>A page to be opened.</summary>
/// <param name="Reference">The order's; it comes back with the payment.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Key">The same for each try.</param>
/// <param name="Return">Where the person goes then. Their coming there proves nothing.</param>
/// <param name="Cancel">Where they go who do not pay, if the provider tells them apart; null: the same.</param>
/// <param name="Language">Two letters; null: unknown.</param>
public sealed record CheckoutRequest(
    string Reference, long Amount, string Currency, string Description, string Key, Uri Return, Uri? Cancel = null, string? Language = null);

/// <summary>A page that is open.</summary>
/// <param name="Session">The provider's id of it.</param>
public sealed record OpenedCheckout(string Session, Uri Url);

/// <summary>What became of a page.</summary>
/// <param name="IsPending">The person did their part, and the money has not come: a bank transfer, a direct debit.</param>
/// <param name="HasFailed">The money did not come after all, and the page takes no other try.</param>
public sealed record CheckoutLook(IReadOnlyList<PaymentNotice> Payments, bool IsPending = false, bool HasFailed = false);

/// <summary>A payment to be given back.</summary>
/// <param name="Amount">Minor units: all that is left of it.</param>
/// <param name="Key">The same for each try.</param>
/// <param name="Known">Ids of refunds of this payment that are in the books: none of them is this one.</param>
public sealed record RefundOrder(string PaymentId, long Amount, string Currency, string Key, IReadOnlyCollection<string> Known);

/// <summary>A provider did not do what it was asked.</summary>
public sealed class PaymentProviderException(bool isFinal, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>It was refused, and would be again; else it is worth another try.</summary>
    public bool IsFinal { get; } = isFinal;

    /// <summary>The HTTP status of its answer; null where there was none.</summary>
    public int? Status { get; init; }
}

/// <summary>What a webhook turned out to be.</summary>
public abstract record WebhookReading
{
    private WebhookReading()
    {
    }

    /// <summary>Not signed by the provider, or too long ago.</summary>
    public sealed record Forged : WebhookReading;

    /// <summary>Signed, and not what the provider's documents say. Kept raw.</summary>
    public sealed record Unreadable(string Reason) : WebhookReading;

    /// <summary>Tells of something that moves no money of ours.</summary>
    /// <param name="EventId">The provider's id of this telling; the same when it comes again.</param>
    public sealed record Other(string EventId, string Type) : WebhookReading;

    /// <summary>A payment arrived.</summary>
    public sealed record Paid(string EventId, PaymentNotice Payment) : WebhookReading;

    /// <summary>Money went back, or did not after all.</summary>
    public sealed record Refunded(string EventId, RefundNotice Refund) : WebhookReading;

    /// <summary>A bank disputes a payment, or has settled that.</summary>
    public sealed record Disputed(string EventId, DisputeNotice Dispute) : WebhookReading;

    /// <summary>A payment takes hours or days to come, or did not go through.</summary>
    public sealed record Attempted(string EventId, AttemptNotice Attempt) : WebhookReading;
}

/// <summary>A payment as its provider tells of it.</summary>
/// <param name="PaymentId">The provider's id of the payment, whichever event tells of it.</param>
/// <param name="Reference">The order's reference, as we gave it; null where the provider has none.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217, three capitals.</param>
public sealed record PaymentNotice(string PaymentId, string? Reference, long Amount, string Currency);

/// <summary>A refund as its provider tells of it.</summary>
/// <param name="RefundId">The provider's id; null: <paramref name="Amount"/> is all that went back of the payment so far.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217, three capitals.</param>
/// <param name="HasFailed">It did not reach who paid; the money is with the provider again.</param>
public sealed record RefundNotice(string? RefundId, string PaymentId, long Amount, string Currency, bool HasFailed = false);

/// <summary>A dispute as its provider tells of it.</summary>
/// <param name="Amount">Minor units in dispute.</param>
/// <param name="Currency">ISO 4217, three capitals.</param>
/// <param name="Stage">A name of <see cref="Contracts.Events.DisputeStages"/>.</param>
/// <param name="Reason">The bank's, a word of the provider's.</param>
/// <param name="RespondBy">When the bank wants an answer.</param>
public sealed record DisputeNotice(
    string DisputeId, string PaymentId, long Amount, string Currency, string Stage, string? Reason, DateTimeOffset? RespondBy);

/// <summary>A try to pay that is not, or not yet, a payment.</summary>
/// <param name="Reference">The order's.</param>
/// <param name="IsPending">The money is on its way; else the try failed and nothing was charged.</param>
/// <param name="Page">The page it was on; null: the provider does not say.</param>
/// <param name="EndsPage">That page takes no other try.</param>
public sealed record AttemptNotice(string? Reference, bool IsPending, string? Page = null, bool EndsPage = false);
