using System.Globalization;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;

namespace WhatsAppBots.Money.Refunds;

/// <summary>A payment, what left it by the books, and how much was given back as its provider tells.</summary>
/// <param name="Told">Minor units that its refunds sum up to.</param>
/// <param name="HasOtherCurrency">A refund of another currency is told of it.</param>
/// <param name="IsEarned">Its order is delivered and earned.</param>
/// <param name="IsOld">A release that kept no refunds gave it back.</param>
/// <param name="WasTooMuch">That too much went back of it was told before.</param>
internal sealed record ReturnedPayment(
    long WorkspaceId, long? OrderId, long Amount, string Currency, string State, long Refunded, long Disputed, long Lost, int Moves, long Told,
    bool HasOtherCurrency, bool IsEarned, bool IsOld, bool WasTooMuch)
{
    /// <summary>It is what paid the order.</summary>
    public bool IsOfOrder => State is "credited" or "refunding";
}

/// <summary>A dispute as it is kept, and as far as the ledger was told of it.</summary>
internal sealed record KeptDispute(
    string Id, long Amount, string Currency, string State, string? Booked, long BookedAmount, string? Reason, DateTime? RespondBy);

/// <summary>
/// Works out the movements between what the books say of a payment and what its provider tells. A payment's money lies in one account (its
/// order's, what was earned, or what is held), apart from what is in dispute. No more leaves it than there is.
/// </summary>
internal sealed class Reckoning(ReturnedPayment start, Order? order, string provider, string payment)
{
    private readonly ReturnedPayment _before = start;
    private readonly List<Movement> _movements = [];
    private readonly List<ReturnNews> _news = [];
    private readonly List<KeptDispute> _disputes = [];

    public ReturnedPayment After { get; private set; } = start;

    public IReadOnlyList<Movement> Movements => _movements;

    public IReadOnlyList<ReturnNews> News => _news;

    public IReadOnlyList<KeptDispute> Disputes => _disputes;

    public string? Reason { get; private set; }

    public bool IsRefunded { get; private set; }

    /// <summary>Refunds, however many and in whatever order they were told.</summary>
    public void FollowRefunds()
    {
        var most = _before.Amount - _before.Lost;
        var wanted = Math.Min(_before.Told, most);
        if (_before.Told > most) TellTooMuch(_before.Told - most);
        else if (_before.HasOtherCurrency) TellTooMuch(0);
        if (_before.IsOld && wanted < _before.Refunded) return;
        if (wanted > _before.Refunded) GiveBack(wanted - _before.Refunded);
        else if (wanted < _before.Refunded) TakeBack(_before.Refunded - wanted);
    }

    /// <summary>A dispute, from what the ledger was told of it to how it stands.</summary>
    public void Follow(KeptDispute dispute)
    {
        if (dispute.Booked == dispute.State) return;
        var isSame = dispute.Currency == _before.Currency;
        var left = After.Amount - After.Refunded - After.Lost - After.Disputed;
        var isReturned = After.Refunded == After.Amount;
        var contested = Math.Min(dispute.BookedAmount, After.Disputed);
        switch (dispute.State)
        {
            case DisputeStages.Open:
                contested = isSame ? Math.Min(dispute.Amount, left) : 0;
                Move("disputed", contested, Base, ReturnBook.Disputed);
                After = After with { Disputed = After.Disputed + contested };
                break;
            case DisputeStages.Won:
                Move("dispute-won", contested, ReturnBook.Disputed, Base);
                After = After with { Disputed = After.Disputed - contested };
                break;
            default:
                // One that is lost before it was known to be open is taken from where its money lies.
                var apart = dispute.Booked is null ? 0 : contested;
                contested = dispute.Booked is null && isSame ? Math.Min(dispute.Amount, left) : contested;
                Move("dispute-lost", contested, apart > 0 ? ReturnBook.Disputed : Base, Account.Provider(provider));
                After = After with { Disputed = After.Disputed - apart, Lost = After.Lost + contested };
                if (contested > 0) End();

                // A bank that gives back what was given back before takes it from us a second time.
                var beside = isSame ? dispute.Amount - contested : dispute.Amount;
                if (beside > 0) _news.Add(new ReturnNews.LostBeside(beside, dispute.Currency, dispute.Id));
                break;
        }

        _disputes.Add(dispute with { BookedAmount = contested });
        _news.Add(new ReturnNews.Disputed(
            dispute.Amount, dispute.Id, dispute.State, dispute.Reason,
            dispute.RespondBy is { } by ? new DateTimeOffset(DateTime.SpecifyKind(by, DateTimeKind.Utc)) : null, isReturned,
            dispute.Booked == DisputeStages.Open, dispute.State == DisputeStages.Lost && !(_before.IsOfOrder && After.State == "refunded")));
    }

    // Where the money of this payment lies that nobody disputes.
    private Account Base => !_before.IsOfOrder || order is null ? PaymentIntake.Held
        : order.State == OrderStates.Fulfilled || _before.IsEarned ? Account.Revenue : Account.Order(order.Id);

    private void GiveBack(long amount)
    {
        var apart = Math.Max(0, amount - (After.Amount - After.Refunded - After.Lost - After.Disputed));
        var entries = new List<Entry> { new(Account.Provider(provider), amount) };
        if (amount > apart) entries.Add(new(Base, apart - amount));
        if (apart > 0) entries.Add(new(ReturnBook.Disputed, -apart));
        Move("refund", entries);
        After = After with { Refunded = After.Refunded + amount, Disputed = After.Disputed - apart };
        IsRefunded = true;
        _news.Add(new ReturnNews.Refunded(amount, _before.IsOfOrder, After.Amount - After.Refunded - After.Lost, After.Moves));
        End();
    }

    // Its order is over by now, or was told to be: the money is held until somebody looks.
    private void TakeBack(long amount)
    {
        var isOver = _before.State == "refunded";
        Move("refund-failed", amount, Account.Provider(provider), isOver ? PaymentIntake.Held : Base);
        After = After with { Refunded = After.Refunded - amount, State = isOver ? "held" : After.State };
        if (isOver) Reason = "RefundFailed";
        _news.Add(new ReturnNews.Failed(amount, After.Moves));
    }

    private void End()
    {
        if (After.Refunded + After.Lost >= After.Amount) After = After with { State = "refunded" };
    }

    private void TellTooMuch(long amount)
    {
        if (_before.WasTooMuch) return;
        Reason = "RefundTooLarge";
        _news.Add(new ReturnNews.TooMuch(amount));
    }

    private void Move(string reason, long amount, Account from, Account to)
    {
        if (amount > 0) Move(reason, [new(from, -amount), new(to, amount)]);
    }

    // The first keeps the key that releases before this one give it: theirs and ours are one movement.
    private void Move(string reason, IReadOnlyList<Entry> entries)
    {
        var key = After.Moves == 0 && reason == "refund" ? $"refund:{provider}:{payment}"
            : string.Create(CultureInfo.InvariantCulture, $"{reason}:{provider}:{payment}:{After.Moves + 1}");
        _movements.Add(new Movement(key, reason, _before.Currency, entries, order is null ? "" : string.Create(CultureInfo.InvariantCulture, $"order:{order.Id}")));
        After = After with { Moves = After.Moves + 1 };
    }
}
