namespace WhatsAppBots.BotKit.Commands;

/// <summary>What every bot understands.</summary>
public enum Command
{
    /// <summary>What can be written.</summary>
    Help,

    /// <summary>The bot's menu; on a hub number the list of bots.</summary>
    Menu,

    /// <summary>No marketing and no reminders.</summary>
    Stop,

    /// <summary>Nothing but answers.</summary>
    StopAll,

    /// <summary>Takes an opt-out back.</summary>
    Start,

    /// <summary>Shows or sets the language.</summary>
    Language,

    /// <summary>Shows or sets the time zone.</summary>
    TimeZone,

    /// <summary>A person takes over.</summary>
    Human,

    /// <summary>The bot is back.</summary>
    Bot,

    /// <summary>What is kept.</summary>
    Privacy,

    /// <summary>A copy of what is kept.</summary>
    MyData,

    /// <summary>Asks once more, then erases.</summary>
    DeleteData,
}

/// <summary>A command as it was given.</summary>
/// <param name="Argument">What followed it, as written; null for the bare command.</param>
public sealed record GivenCommand(Command Command, string? Argument = null);
