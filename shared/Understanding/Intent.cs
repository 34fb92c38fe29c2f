namespace WhatsAppBots.Understanding;

/// <summary>What a person wants to be done, as far as several bots share it.</summary>
public enum Intent
{
    /// <summary>Nothing tells.</summary>
    None,

    /// <summary>"hi", "good morning".</summary>
    Greet,

    /// <summary>"thanks".</summary>
    Thank,

    /// <summary>"yes", "ok", "sure".</summary>
    Agree,

    /// <summary>"no", "not now".</summary>
    Decline,

    /// <summary>"add daily meditation", "I want to read every evening", "track my water intake".</summary>
    Add,

    /// <summary>"done with reading", "I went for a run", "finished".</summary>
    Done,

    /// <summary>"+2", "drank 3 glasses".</summary>
    Count,

    /// <summary>"undo", "I did not do it after all".</summary>
    Undo,

    /// <summary>"how am I doing?", "my streak".</summary>
    Status,

    /// <summary>"what's next?", "what is left today?".</summary>
    Next,

    /// <summary>"show my habits", "list".</summary>
    List,

    /// <summary>"stop tracking water", "remove reading".</summary>
    Remove,

    /// <summary>"pause until Monday", "I am on holiday".</summary>
    Pause,

    /// <summary>"I'm back", "resume".</summary>
    Resume,

    /// <summary>"move meditation to 8", "change the time of reading".</summary>
    Change,

    /// <summary>"skip today", "use a freeze".</summary>
    Skip,

    /// <summary>"remind me in 1 hour".</summary>
    Remind,

    /// <summary>"bet ₹200 that…", "I stake 2k".</summary>
    Stake,

    /// <summary>"my balance".</summary>
    Balance,

    /// <summary>"cancel", "never mind".</summary>
    Cancel,
}
