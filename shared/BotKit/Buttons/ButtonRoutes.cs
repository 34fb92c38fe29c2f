using System.Globalization;

namespace WhatsAppBots.BotKit.Buttons;

/// <summary>
/// Buttons and rows of one bot: ids are <c>bot:verb:argument</c>. Each is declared once, with its verb and its handler, and its id is made
/// from that entry, so that no button leads nowhere. A verb that was handed out once stays: old buttons remain in chats.
/// </summary>
/// <typeparam name="TTurn">What a handler works on.</typeparam>
public sealed class ButtonRoutes<TTurn>(string bot)
{
    private readonly Dictionary<string, Action<TTurn, string>> _handlers = [];

    /// <summary>Beginning of every id of this bot.</summary>
    public string Prefix { get; } = bot + ":";

    /// <summary>Verbs, for tests.</summary>
    public IReadOnlyCollection<string> Verbs => _handlers.Keys;

    /// <summary>Declares a button without an argument.</summary>
    /// <returns>Its id.</returns>
    public string On(string verb, Action<TTurn> handle)
    {
        _handlers.Add(verb, (turn, _) => handle(turn));
        return Prefix + verb;
    }

    /// <summary>Declares a button that is about something named by a text.</summary>
    public ButtonRoute<string> OnText(string verb, Action<TTurn, string> handle) => Add<string>(verb, handle);

    /// <summary>Declares a button that is about something with a number; 0 where a button was tampered with.</summary>
    public ButtonRoute<int> OnNumber(string verb, Action<TTurn, int> handle) => Add<int>(
        verb, (turn, argument) => handle(turn, int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture,
            out var number) ? number : 0));

    /// <summary>Declares a button that is about something with a provider's id; 0 where a button was tampered with.</summary>
    public ButtonRoute<long> OnId(string verb, Action<TTurn, long> handle) => Add<long>(
        verb, (turn, argument) => handle(turn, long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture,
            out var id) ? id : 0));

    /// <summary>Whether an id is one of this bot's, though perhaps of a verb that it does not know.</summary>
    public bool Owns(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Hands an id of this bot to its handler.</summary>
    /// <returns>False: no button has this verb.</returns>
    public bool Press(TTurn turn, string id)
    {
        var (verb, argument) = id[Prefix.Length..].Split(':', 2) is [var head, var rest] ? (head, rest) : (id[Prefix.Length..], "");
        if (!_handlers.TryGetValue(verb, out var handle)) return false;
        handle(turn, argument);
        return true;
    }

    private ButtonRoute<T> Add<T>(string verb, Action<TTurn, string> handle)
    {
        _handlers.Add(verb, handle);
        return new ButtonRoute<T>(Prefix + verb);
    }
}

/// <summary>Button that takes an argument.</summary>
public sealed class ButtonRoute<T>(string id)
{
    /// <summary>The id of the button about this.</summary>
    public string Of(T argument) => string.Create(CultureInfo.InvariantCulture, $"{id}:{argument}");
}
