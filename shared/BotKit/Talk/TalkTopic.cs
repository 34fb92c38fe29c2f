namespace WhatsAppBots.BotKit.Talk;

/// <summary>Matters that people write of beside what a bot is for.</summary>
public enum TalkTopic
{
    /// <summary>"is this free?".</summary>
    Price,

    /// <summary>"what happens if I miss?".</summary>
    Missed,

    /// <summary>"when is my next reminder?".</summary>
    NextReminder,

    /// <summary>"who can see what I write?".</summary>
    Privacy,

    /// <summary>"don't write to me at night".</summary>
    QuietHours,

    /// <summary>"how does this work?".</summary>
    How,

    /// <summary>"sorry, was busy".</summary>
    Busy,

    /// <summary>"I'm exhausted".</summary>
    Feelings,

    /// <summary>"goodbye".</summary>
    Goodbye,

    /// <summary>"lol", "you're funny".</summary>
    Laughter,

    /// <summary>"can you be nicer?".</summary>
    Gentler,

    /// <summary>"show me the chart".</summary>
    Chart,

    /// <summary>"I quit".</summary>
    GivingUp,
}
