using System.Collections.Concurrent;
using WhatsAppBots.Contracts;

namespace WhatsAppBots.Conversations;

/// <summary>Which bot answers on which business number, and whose the number is.</summary>
public sealed class Numbers
{
    /// <summary>The bot that offers the others.</summary>
    public const string Hub = "hub";

    private readonly Dictionary<string, string> _bots;
    private readonly ConcurrentDictionary<string, ToldNumber> _told = new();
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

    /// <summary>Numbers of which something is not known yet, or has changed, with all that is known of them now.</summary>
    internal List<ToldNumber> News(IEnumerable<(string Number, string? Account, string? Phone)> told) =>
    [
        .. told.Where(each => _bots.ContainsKey(each.Number)).DistinctBy(each => each.Number)
            .Select(each => (Known: _told.GetValueOrDefault(each.Number), Now: each))
            .Select(each => (each.Known, Now: new ToldNumber(
                each.Now.Number, _bots[each.Now.Number], each.Now.Account ?? each.Known?.Account, each.Now.Phone ?? each.Known?.Phone)))
            .Where(each => each.Now != each.Known && (each.Now.Account ?? each.Now.Phone) is not null).Select(each => each.Now),
    ];

    /// <summary>Remembers what the database has of numbers now.</summary>
    internal void SetTold(IEnumerable<ToldNumber> numbers)
    {
        foreach (var number in numbers) _told[number.Number] = number;
    }

    internal void SetWorkspaces(IReadOnlyDictionary<string, long> workspaces) => _workspaces = workspaces;
}

/// <summary>A business number as its webhooks tell of it.</summary>
/// <param name="Bot">The bot that answers there.</param>
/// <param name="Account">The provider's id of its account; null: not told yet.</param>
/// <param name="Phone">International, digits only; null: not told yet.</param>
internal sealed record ToldNumber(string Number, string? Bot, string? Account, string? Phone);
