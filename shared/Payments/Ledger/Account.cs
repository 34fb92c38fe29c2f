namespace WhatsAppBots.Money.Ledger;

/// <summary>An account of the ledger. It comes to be with the first movement that names it.</summary>
/// <param name="Kind">What it is for: <c>orders</c>, <c>revenue</c>, <c>provider:stripe</c>, <c>wallet</c>.</param>
/// <param name="Owner">Whose it is, where it is somebody's; empty for the house's own.</param>
/// <param name="Floored">Never below zero: what is not there cannot be spent.</param>
public sealed record Account(string Kind, string Owner = "", bool Floored = false)
{
    /// <summary>What a payment provider holds for us. Below zero by as much as it holds: money comes from outside.</summary>
    public static Account Provider(string name) => new($"provider:{name}");

    /// <summary>What was paid for an order and neither earned nor given back yet.</summary>
    public static Account Order(long id) => new("order", id.ToString(System.Globalization.CultureInfo.InvariantCulture), Floored: true);

    /// <summary>What was earned.</summary>
    public static Account Revenue { get; } = new("revenue");

    /// <summary>A person's own money with us.</summary>
    public static Account Wallet(long person) => new("wallet", person.ToString(System.Globalization.CultureInfo.InvariantCulture), Floored: true);
}
