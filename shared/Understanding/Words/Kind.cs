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
    InsteadOf, Intent, Filler, Little, DeadlineWord, Distress, Weary, Harmless, Calming, StakeWord,

    // Nth: "first", "last" before or behind a weekday of each month; LastDay: "end of every month".
    Nth, LastDay,

    // AtMost: a count that is a limit. Quit: something to be left off; 0: the word may say other things too ("no idea").
    AtMost, Quit, Not,

    // SkipWord: a skip or a freeze is asked for in so many words.
    SkipWord,

    // But: joins another wish, behind a comma.
    But,

    // Meal: a part of the day, behind "at" or beside another: "at lunch and dinner".
    Meal,

    // Early, Late: "wake up", "dinner": an hour beside them has a plain half of the day. Inquiry: "more information" is no habit.
    Early, Late, Inquiry,

    // Back: "back on Monday". Absence: "wedding", "exams": on whose days nothing may be due.
    Back, Absence,

    // Holiday: a day of the same date each year, month and day in four digits; behind a word that leads to a time.
    Holiday,

    // Last, LastAfter: the weekday before today: "last Friday", "el viernes pasado".
    Last, LastAfter,

    // Advert: of an advertisement somebody answers.
    Advert,

    // ReminderWord: it speaks of reminders.
    ReminderWord,

    // Still: it is not done yet. Rest: "the rest", "everything else".
    Still, Rest,

    // EachHour: "hourly".
    EachHour,

    // MoreThan: a limit where a "not" stands beside it: "chai 2 se zyada nahi".
    MoreThan,

    // OnlyWord: before a number it may be a limit: "only 2 beers on saturdays".
    OnlyWord,

    // Doubt: words of sentences rather than of names: "because", "you", "sorry". A new habit with one in its name is asked about.
    Doubt,

    // Hedge: the sentence speaks of an act without doing it or asking for it: "if", "might", "used to". Report: where it would tell of what
    // was done ("wanted to"). Plan: where it would be a new habit ("usually"). Subject: as the one who acts ("my wife"). Yours: "your 6am".
    // Asks: begins a question: "did I".
    Hedge, Asks,

    // ToCome: what comes next and is not done: "now gym", "off to yoga".
    ToCome,

    // ThisWeek: what is left of the week.
    ThisWeek,

    // WithPhoto: "with photo", "photo proof": of how it is proven, no part of a name.
    WithPhoto,
}
