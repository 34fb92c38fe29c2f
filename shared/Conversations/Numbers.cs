using System.Collections.Concurrent;
using WhatsAppBots.Contracts;

namespace WhatsAppBots.Conversations;

/// <summary>Which bot answers on which business number, and whose the number is.</summary>
public sealed class Numbers
{
    /// <summary>The bot that offers the others.</summary>
    public const string Hub = "hub";

    private readonly Dictionary<string, string> _bots;
    private readonly ConcurrentDictionary<string, string> _accounts = new();
    private volatile IReadOnlyDictionary<string, long> _workspaces = new Dictionary<string, long>();

    /// <summary>From the setting WHATSAPP_NUMBERS: number id and bot.</summary>
    public Numbers(IEnumerable<KeyValuePair<string, string>> bots) => _bots = new Dictionary<string, string>(bots);

    /// <summary>The configured numbers.</summary>
    public IReadOnlyDictionary<string, string> Bots => _bots;

    /// <summary>The bot of a number; the empty name, which stays silent, where the number is unknown.</summary>
    public string BotOf(string numberId) => _bots.GetValueOrDefault(numberId, "");

    /// <summary>The workspace of a number.</summary>
    public long WorkspaceOf(string? numberId) =>
        numberId is null ? Workspaces.Default : _workspaces.GetValueOrDefault(numberId, Workspaces.Default);

    /// <summary>Numbers whose account is not known yet, or has changed, with it.</summary>
    internal List<(string Number, string Account)> News(IEnumerable<(string Number, string? Account)> told) =>
    [
        .. told.Where(each => each.Account is not null && _bots.ContainsKey(each.Number))
            .Where(each => _accounts.GetValueOrDefault(each.Number) != each.Account)
            .Select(each => (each.Number, each.Account!)).DistinctBy(each => each.Number),
    ];

    /// <summary>Remembers accounts of numbers that the database has now.</summary>
    internal void SetAccounts(IEnumerable<(string Number, string Account)> accounts)
    {
        foreach (var (number, account) in accounts) _accounts[number] = account;
    }

    internal void SetWorkspaces(IReadOnlyDictionary<string, long> workspaces) => _workspaces = workspaces;
}
