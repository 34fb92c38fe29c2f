using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>Something to pay, at one of the providers. Whoever reads or changes it holds the lock of <see cref="Till"/>.</summary>
internal sealed class Session
{
    public required string Id { get; init; }

    /// <summary>stripe, razorpay or generic.</summary>
    public required string Provider { get; init; }
    public required string Reference { get; init; }

    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required string Description { get; init; }
    public required string Origin { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public string? ReturnUrl { get; init; }
    public string? CancelUrl { get; init; }
    public JsonObject Notes { get; init; } = [];
    public bool IsClosed { get; set; }

    /// <summary>Two letters; the page's language.</summary>
    public string? Language { get; init; }

    /// <summary>The person did their part, and the money is still to come.</summary>
    public bool IsPending { get; set; }

    /// <summary>The money did not come after all.</summary>
    public bool HasFailed { get; set; }
    public List<Payment> Payments { get; } = [];

    public string PageUrl => $"{Origin}/pay/{Id}";

    /// <summary>open, pending, failed, paid or expired.</summary>
    public string Status(DateTimeOffset now) => Payments.Count > 0 ? "paid" : IsPending ? "pending" : HasFailed ? "failed" : IsClosed || ExpiresAt <= now ? "expired" : "open";
}

/// <summary>Money that came, and how much of it went back.</summary>
internal sealed class Payment
{
    public required string Id { get; init; }
    public required Session Session { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset At { get; init; }
    public long Refunded { get; set; }
}

/// <summary>Money that went back.</summary>
internal sealed record Refund(string Id, Payment Payment, long Amount, string? Receipt, DateTimeOffset At)
{
    /// <summary>The bank sent it back.</summary>
    public bool HasFailed { get; set; }
}

/// <summary>A bank asks about a payment. The status is Stripe's: needs_response, won or lost.</summary>
internal sealed class Dispute
{
    public required string Id { get; init; }
    public required Payment Payment { get; init; }
    public required DateTimeOffset At { get; init; }
    public string Status { get; set; } = "needs_response";
}

/// <summary>Every session, payment and refund of all providers, and the answers that idempotency keys bring back.</summary>
internal sealed class Till(TimeProvider time)
{
    private readonly List<Session> _sessions = [];
    private readonly List<Refund> _refunds = [];
    private readonly List<Dispute> _disputes = [];
    private readonly Dictionary<(string Scope, string Key), (string Request, object Made)> _made = [];

    public Lock Lock { get; } = new();

    public IEnumerable<Session> Sessions => _sessions;

    public IEnumerable<Payment> Payments => _sessions.SelectMany(session => session.Payments);

    public IEnumerable<Refund> Refunds => _refunds;

    public IEnumerable<Dispute> Disputes => _disputes;

    public DateTimeOffset Now => time.GetUtcNow();

    public static string NewId(string prefix) => prefix + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 18);

    /// <summary>What ids of a session's payments begin with.</summary>
    public static string PrefixOf(Session session) => session.Provider switch { "stripe" => "pi_", "razorpay" => "pay_", _ => "pm_" };

    public Session? Find(string id, string? provider = null) =>
        _sessions.FirstOrDefault(session => session.Id == id && (provider is null || session.Provider == provider));

    public Payment? Payment(string? id, string provider) =>
        Payments.FirstOrDefault(payment => payment.Id == id && payment.Session.Provider == provider);

    public void Open(Session session) => _sessions.Add(session);

    public Payment Pay(Session session, string prefix, long amount, string currency)
    {
        var payment = new Payment { Id = NewId(prefix), Session = session, Amount = amount, Currency = currency, At = Now };
        session.Payments.Add(payment);
        return payment;
    }

    /// <summary>Gives back all that is left where no amount is named; null where more than that is asked for.</summary>
    public Refund? Refund(string prefix, Payment payment, long? amount, string? receipt)
    {
        var left = payment.Amount - payment.Refunded;
        if (left <= 0 || amount is <= 0 || amount > left) return null;
        var refund = new Refund(NewId(prefix), payment, amount ?? left, receipt, Now);
        payment.Refunded += refund.Amount;
        _refunds.Add(refund);
        return refund;
    }

    /// <summary>A bank disputes all of a payment.</summary>
    public Dispute Contest(Payment payment)
    {
        var prefix = payment.Session.Provider switch { "stripe" => "dp_", "razorpay" => "disp_", _ => "dis_" };
        var dispute = new Dispute { Id = NewId(prefix), Payment = payment, At = Now };
        _disputes.Add(dispute);
        return dispute;
    }

    /// <summary>A refund comes back from the bank.</summary>
    public static void Fail(Refund refund)
    {
        refund.HasFailed = true;
        refund.Payment.Refunded -= refund.Amount;
    }

    /// <summary>What was made under this key, and whether that was by another request.</summary>
    public (T? Made, bool IsOther) Recall<T>(string scope, string key, string request) where T : class =>
        key.Length > 0 && _made.TryGetValue((scope, key), out var known) ? ((T)known.Made, known.Request != request) : (null, false);

    public void Remember(string scope, string key, string request, object made)
    {
        if (key.Length > 0) _made[(scope, key)] = (request, made);
    }
}
