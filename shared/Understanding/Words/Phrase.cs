namespace WhatsAppBots.Understanding.Words;

/// <summary>Words that mean something together.</summary>
internal sealed record Phrase(string[] Words, Sense Sense);

/// <summary>Parts of the day as they decide what an hour means.</summary>
internal enum PartOfDay
{
    /// <summary>From midnight: "de la madrugada".</summary>
    Dawn,

    /// <summary>Until noon.</summary>
    Morning,

    /// <summary>From noon.</summary>
    Afternoon,

    /// <summary>From about six.</summary>
    Evening,

    /// <summary>Until midnight, and the small hours behind it.</summary>
    Night,
}
