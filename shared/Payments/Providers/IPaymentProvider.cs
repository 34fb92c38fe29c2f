namespace WhatsAppBots.Money.Providers;

/// <summary>A payment provider as its webhooks are concerned. Pure: a body and its headers in, what they mean out.</summary>
public interface IPaymentProvider
{
    /// <summary>Its name in routes, rows and the ledger: <c>stripe</c>.</summary>
    string Name { get; }

    /// <summary>Verifies a webhook and reads it.</summary>
    /// <param name="header">Gives a header's value by its name; null where it is not there.</param>
    /// <param name="body">The raw body: signatures are over its bytes.</param>
    /// <param name="now">Against replays, where the provider dates its signatures.</param>
    WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now);
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
}

/// <summary>A payment as its provider tells of it.</summary>
/// <param name="PaymentId">The provider's id of the payment, whichever event tells of it.</param>
/// <param name="Reference">The order's reference, as we gave it; null where the provider has none.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217, three capitals.</param>
public sealed record PaymentNotice(string PaymentId, string? Reference, long Amount, string Currency);
