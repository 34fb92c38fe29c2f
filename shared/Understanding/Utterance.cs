namespace WhatsAppBots.Understanding;

/// <summary>A text, understood by rules alone.</summary>
/// <param name="Intents">What they may want, the likeliest first; <see cref="Intent.None"/> alone where nothing tells. More than one: ask.</param>
/// <param name="Name">What it is about, in the person's words without the ones of the intent and of time: "meditation"; null where nothing is left.</param>
/// <param name="Reading">What it says of time, money and numbers.</param>
public sealed record Utterance(IReadOnlyList<Intent> Intents, string? Name, TextReading Reading)
{
    /// <summary>The likeliest intent.</summary>
    public Intent Intent => Intents[0];

    /// <summary>Several names were said: "done with reading and yoga". Empty or the parts of <see cref="Name"/>.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>It says more than was read or can be told apart: whoever acts on it acts on half of what was said. <see cref="TextLimit"/></summary>
    public bool IsCut { get; init; }

    /// <summary>
    /// Words that the reading has not used: a second verb, a day or a time left in the name, "not", "except", a clause of its own. Empty: all
    /// was understood. Nothing that destroys or spends is done while there are any.
    /// </summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>It says no verb of adding and may be a mere statement: whoever adds it asks first.</summary>
    public bool IsTentative { get; init; }

    /// <summary>A skip that is asked for as such: "skip gym"; "I can't make it today" tells of a day, and spends nothing by itself.</summary>
    public bool IsPlainSkip { get; init; }

    /// <summary>What a new habit of these words would be called: of "read 20 pages before bed" the reading too, where the count alone is read elsewhere.</summary>
    public string? AsNew { get; init; }

    /// <summary>What it would be were its verb a command: of "delete old emails every friday" the removal of "old emails". Null: no command.</summary>
    public (Intent Intent, string? Name)? Instead { get; init; }

    /// <summary>No more than so many a day, 0 for what is left off altogether: "at most 2 coffees", "quit smoking". Null: no limit.</summary>
    public decimal? Limit { get; init; }

    /// <summary>The half of the day that its words have: "wake up at 6:30", "dinner at 8". Null: none.</summary>
    public DayPart? Leaning { get; init; }

    /// <summary>What is left out of all: "everything except gym". Empty: nothing.</summary>
    public IReadOnlyList<string> Excepted { get; init; } = [];

    /// <summary>Its day is the one on which somebody is back: "sick, back on Monday".</summary>
    public bool SaysBack { get; init; }

    /// <summary>It speaks of what people are away or unwell for: a trip, a wedding, the flu.</summary>
    public bool SaysAway { get; init; }

    /// <summary>True for a text that speaks of all other habits: "the rest is done", "everything else".</summary>
    public bool SaysRest { get; init; }

    /// <summary>True where no verb asks to add something: "I want to …", "tell me …". Without a day or a time such a text may be about no
    /// habit.</summary>
    public bool IsWeakAdd { get; init; }

    /// <summary>True for a text that says that something is still to be done: "still have to do the dishes".</summary>
    public bool SaysStill { get; init; }

    /// <summary>True for a text that speaks of reminders: "stop reminding me about water".</summary>
    public bool SaysReminders { get; init; }

    /// <summary>True for a text that speaks of what is left of the week: "a break this week".</summary>
    public bool SaysThisWeek { get; init; }

    /// <summary>It asks: "did I do gym today?" is no report.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>It says "not", or crosses out: what it names was not done.</summary>
    public bool IsNegated { get; init; }

    /// <summary>It speaks of an act without doing it or asking for it: "if it rains", "I wanted to read", "my brother runs at 6".</summary>
    public bool IsHedged { get; init; }

    /// <summary>It says that something comes next: "now gym", "off to yoga", "reading later".</summary>
    public bool IsToCome { get; init; }

    /// <summary>It is to be proven by a photo: "gym every day with photo".</summary>
    public bool IsWithPhoto { get; init; }

    /// <summary>True for a sentence with a verb of adding ("add", "remind me"), not with a when alone.</summary>
    public bool SaysAdd { get; init; }

    /// <summary>Words of distress: whoever writes so needs help rather than a drill.</summary>
    public bool IsDistressed { get; init; }
}
