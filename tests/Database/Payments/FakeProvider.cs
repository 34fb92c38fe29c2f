using System.Runtime.CompilerServices;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>A provider in memory, with keys as providers have them, that fails as it is told to. It counts its money itself.</summary>
public sealed class FakeProvider : IPaymentProvider, ICheckout
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OpenedCheckout> _pages = [];
    private readonly Dictionary<string, (CheckoutRequest Request, List<PaymentNotice> Payments)> _sessions = [];
    private readonly Dictionary<string, string> _refunds = [];
    private readonly Dictionary<string, long> _given = [];
    private int _ids;

    public string Name { get; init; } = "fake";

    public ICheckout? Checkout => this;

    /// <summary>What opening a page throws, before anything is done.</summary>
    public Func<CheckoutRequest, Exception?> OpenFails { get; set; } = _ => null;

    /// <summary>What opening a page throws once it is done.</summary>
    public Func<CheckoutRequest, Exception?> OpenIsLost { get; set; } = _ => null;

    /// <summary>Money is on its way.</summary>
    public bool IsPending { get; set; }

    /// <summary>What looking throws.</summary>
    public Func<string, Exception?> LookFails { get; set; } = _ => null;

    /// <summary>What a refund throws, before anything is done.</summary>
    public Func<RefundOrder, Exception?> RefundFails { get; set; } = _ => null;

    /// <summary>What a refund throws once it is done.</summary>
    public Func<RefundOrder, Exception?> RefundIsLost { get; set; } = _ => null;

    /// <summary>Awaited between a refund and its answer.</summary>
    public Func<RefundOrder, Task> RefundLasts { get; set; } = _ => Task.CompletedTask;

    /// <summary>Refunds and disputes that a list shows.</summary>
    public List<WebhookReading> Listed { get; } = [];

    /// <summary>What a list throws at its end.</summary>
    public Func<Exception?> ListFails { get; set; } = () => null;

    /// <summary>Since when lists were asked for.</summary>
    public List<DateTimeOffset> Lists { get; } = [];

    /// <summary>Every request, whatever came of it.</summary>
    public List<CheckoutRequest> OpenTries { get; } = [];

    public List<string> Looks { get; } = [];

    public List<RefundOrder> RefundTries { get; } = [];

    /// <summary>Pages there are.</summary>
    public int Pages => _sessions.Count;

    /// <summary>Refunds that moved money.</summary>
    public int Refunds => _refunds.Count;

    /// <summary>What it holds for us.</summary>
    public long Holds(string currency)
    {
        lock (_lock)
        {
            return _sessions.Values.SelectMany(session => session.Payments).Where(payment => payment.Currency == currency)
                .Sum(payment => payment.Amount - _given.GetValueOrDefault(payment.PaymentId));
        }
    }

    /// <summary>Somebody pays on the newest page of an order.</summary>
    public PaymentNotice Pay(string reference, long? amount = null, string? currency = null)
    {
        lock (_lock)
        {
            var (request, payments) = _sessions.Values.Last(session => session.Request.Reference == reference);
            var payment = new PaymentNotice($"p{++_ids}", reference, amount ?? request.Amount, currency ?? request.Currency);
            payments.Add(payment);
            return payment;
        }
    }

    /// <summary>Somebody gives back a part of a payment by hand.</summary>
    public string GiveBack(string payment, long amount)
    {
        lock (_lock)
        {
            _given[payment] = _given.GetValueOrDefault(payment) + amount;
            return _refunds[$"hand:{payment}:{++_ids}"] = $"r{_ids}";
        }
    }

    /// <summary>A bank takes a payment back, or a refund comes back.</summary>
    public void Take(string payment, long amount)
    {
        lock (_lock) _given[payment] = _given.GetValueOrDefault(payment) + amount;
    }

    public WebhookReading Read(Func<string, string?> header, ReadOnlyMemory<byte> body, DateTimeOffset now) => new WebhookReading.Forged();

    public Task<OpenedCheckout> OpenAsync(CheckoutRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            OpenTries.Add(request);
            if (OpenFails(request) is { } failure) throw failure;
            if (!_pages.TryGetValue(request.Key, out var page))
            {
                var session = $"s{++_ids}";
                _pages[request.Key] = page = new OpenedCheckout(session, new Uri($"https://pay.example/{session}"));
                _sessions[session] = (request, []);
            }

            return OpenIsLost(request) is { } lost ? throw lost : Task.FromResult(page);
        }
    }

    public Task<CheckoutLook> LookAsync(string session, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Looks.Add(session);
            return LookFails(session) is { } failure ? throw failure : Task.FromResult(new CheckoutLook([.. _sessions[session].Payments], IsPending));
        }
    }

    public async IAsyncEnumerable<WebhookReading> ReturnsAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Lists.Add(since);
        foreach (var reading in Listed.ToList())
        {
            await Task.Yield();
            yield return reading;
        }

        if (ListFails() is { } failure) throw failure;
    }

    public async Task<string> RefundAsync(RefundOrder refund, CancellationToken cancellationToken)
    {
        string id;
        lock (_lock)
        {
            RefundTries.Add(refund);
            if (RefundFails(refund) is { } failure) throw failure;
            if (_refunds.TryGetValue(refund.Key, out var known)) id = known;
            else
            {
                var payment = _sessions.Values.SelectMany(session => session.Payments).Single(paid => paid.PaymentId == refund.PaymentId);
                if (_given.GetValueOrDefault(refund.PaymentId) + refund.Amount > payment.Amount)
                {
                    throw new PaymentProviderException(isFinal: true, "More than was paid.");
                }

                _given[refund.PaymentId] = _given.GetValueOrDefault(refund.PaymentId) + refund.Amount;
                _refunds[refund.Key] = id = $"r{++_ids}";
            }
        }

        await RefundLasts(refund);
        return RefundIsLost(refund) is { } lost ? throw lost : id;
    }
}
