namespace WhatsAppBots.Understanding.Words;

/// <summary>What a phrase of a lexicon file says; the files' own word for it is this name in any case.</summary>
internal enum Kind
{
    // Plain: words that mean nothing here, whatever their parts say elsewhere. Alias: other spellings of a word.
    Plain, Alias,

    // Numbers. Article: "a", "un". Plus: "साढ़े" before a number. AndHalf: "and a half" behind one.
    Number, Scale, Article, Half, Quarter, Plus, AndHalf, AndQuarter, Currency, Multiple, Thing, More, Ordinal, OrdinalMark, Whole,

    // The clock. To: "ten to eight"; Less: "ocho menos diez".
    Meridiem, HourMark, HalfPast, QuarterPast, QuarterTo, Past, To, Less, LessQuarter, Noon, Midnight, AfterHour,

    // Days. BarePart: "evening", behind a day alone. EitherDay: "kal", yesterday where a PastMark stands. ThisPart: "tonight". Short: weekday names that mean something else too.
    Part, BarePart, ThisPart, Day, EitherDay, PastMark, Weekday, WeekdayShort, Weekdays, Month, Unit, Dual, Weekend, DayNumber, MonthEnd,

    // Words that lead to a time or follow it.
    At, On, The, Of, From, Until, Between, And, In, For, After, Every, Next, NextAfter, This, Later, Ago, UntilAfter, FromAfter, Within,

    // Recurrence.
    Daily, EachPart, Workdays, Weekends, EveryOther, EveryOtherDay, Times, TimesWord, AWeek, ADay, EveryWeeks, Weekly, Monthly, EachMonth, Except, ExceptAfter,

    // "before the deadline"; where the language says it the other way round, "deadline se" … "pehle".
    BeforeDeadline, BeforeStart, AfterIt, DeadlineFrom, StartFrom, EndFrom, Before,

    // Intents. InsteadOf: the time behind it is the old one.
    InsteadOf, Intent, Filler, Little, DeadlineWord, Distress, Harmless, StakeWord,
}
