namespace WhatsAppBots.Understanding.Wordings;

/// <summary>How a language says times, days and recurrences. Lists of weekdays begin with Monday, of months with January.</summary>
internal sealed record Phrases
{
    public required string Today { get; init; }

    public required string Tomorrow { get; init; }

    public required string Yesterday { get; init; }

    /// <summary>In running text, alone.</summary>
    public required string[] Weekdays { get; init; }

    /// <summary>In two or three letters.</summary>
    public required string[] Short { get; init; }

    /// <summary>As they recur, with what leads to the first of a list: "on Mondays".</summary>
    public required string[] Each { get; init; }

    /// <summary>As they recur, behind the first of a list: "Fridays".</summary>
    public required string[] EachMore { get; init; }

    public required string[] Months { get; init; }

    /// <summary>0 the weekday, 1 the day, 2 the month.</summary>
    public required string Date { get; init; }

    /// <summary>0 the day, 1 the month.</summary>
    public required string DayAndMonth { get; init; }

    /// <summary>0 the date, 1 the year.</summary>
    public required string DateAndYear { get; init; }

    public required string Daily { get; init; }

    public required string Workdays { get; init; }

    public required string Weekends { get; init; }

    /// <summary>0 the day that is left out.</summary>
    public required string DailyBut { get; init; }

    /// <summary>A weekday as it is left out.</summary>
    public required string[] But { get; init; }

    public required string OnceAWeek { get; init; }

    public required string TwiceAWeek { get; init; }

    /// <summary>0 how often.</summary>
    public required string TimesAWeek { get; init; }

    public required string EveryOtherDay { get; init; }

    /// <summary>0 how many.</summary>
    public required string EveryDays { get; init; }

    /// <summary>0 how many; the weekdays follow.</summary>
    public required string EveryWeeks { get; init; }

    /// <summary>Every two weeks where the language has a word of its own.</summary>
    public string? EveryTwoWeeks { get; init; }

    /// <summary>0 the day.</summary>
    public required string DayOfMonth { get; init; }

    /// <summary>0 the place of the weekday, 1 the weekday.</summary>
    public required string NthOfMonth { get; init; }

    /// <summary>The first to the fourth, and the last.</summary>
    public required string[] Places { get; init; }

    /// <summary>The last day of each month.</summary>
    public required string LastDay { get; init; }

    /// <summary>0 the recurrence, 1 the length.</summary>
    public required string For { get; init; }

    public required string And { get; init; }

    /// <summary>Year, month, week, day, hour, minute, second: one, two, many; 0 is the number.</summary>
    public required (string One, string Two, string Many)[] Units { get; init; }
}
