namespace WhatsAppBots.Money.Ledger;

/// <summary>Money that goes from one account to another, or to several.</summary>
/// <param name="Key">Unique for ever: a movement told twice is made once.</param>
/// <param name="Reason">Why, for those who read the ledger: <c>payment</c>, <c>refund</c>, …</param>
/// <param name="Currency">ISO 4217, three capitals.</param>
/// <param name="Entries">At least two accounts, each once; the amounts sum to zero.</param>
/// <param name="Subject">What it concerns, <c>order:17</c>, to find it by.</param>
public sealed record Movement(string Key, string Reason, string Currency, IReadOnlyList<Entry> Entries, string Subject = "")
{
    /// <summary>From one account to another.</summary>
    /// <param name="amount">Minor units, above zero.</param>
    public static Movement Transfer(string key, string reason, string currency, long amount, Account from, Account to, string subject = "") =>
        new(key, reason, currency, [new(from, -amount), new(to, amount)], subject);

    /// <summary>What is wrong with it; null where nothing is.</summary>
    internal string? Fault() => this switch
    {
        { Key.Length: 0 } => "It has no key.",
        { Currency: var currency } when currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper) => $"\"{currency}\" is no ISO 4217 code.",
        { Entries.Count: < 2 } => "It has fewer than two entries.",
        _ when Entries.Any(entry => entry.Amount == 0) => "An entry moves nothing.",
        _ when Entries.Select(entry => (entry.Account.Kind, entry.Account.Owner)).Distinct().Count() < Entries.Count => "An account stands in it twice.",
        _ when Entries.Aggregate((Int128)0, (sum, entry) => sum + entry.Amount) != 0 => "Its entries do not sum to zero.",
        _ => null,
    };
}

/// <summary>What a movement does to one account.</summary>
/// <param name="Amount">Minor units: above zero comes in, below goes out.</param>
public sealed record Entry(Account Account, long Amount);

/// <summary>What came of asking for a movement.</summary>
public enum Moved
{
    /// <summary>It was made.</summary>
    Made,

    /// <summary>It had been made before, under the same key and with the same entries.</summary>
    Already,

    /// <summary>An account that may not go below zero holds too little. Nothing was moved.</summary>
    TooLittle,
}

/// <summary>A key was used before for something else: a bug of the caller, never to be papered over.</summary>
public sealed class KeyReusedException(string key) : Exception($"The key {key} was used before for another movement.");
