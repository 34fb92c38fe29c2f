using System.Globalization;
using NodaTime;
using WhatsAppBots.Understanding.Wordings;

namespace WhatsAppBots.Understanding;

/// <summary>Says times, days and recurrences so that people of a language read them, and <see cref="TextReader"/> reads them back.</summary>
public static class Wording
{
    /// <summary>A time of day: <c>7:00 AM</c> in English, <c>07:00</c> elsewhere.</summary>
    public static string Of(LocalTime time, string? language) => PhrasesOf(language) == LatinPhrases.English
        ? time.ToString("h:mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? " AM" : " PM")
        : time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day seen from today: "today", "tomorrow", "Friday, 25 December"; the year where it is another.</summary>
    public static string Of(LocalDate date, LocalDate today, string? language)
    {
        var phrases = PhrasesOf(language);
        switch (Period.DaysBetween(today, date))
        {
            case -1: return phrases.Yesterday;
            case 0: return phrases.Today;
            case 1: return phrases.Tomorrow;
        }

        var named = string.Format(CultureInfo.InvariantCulture, phrases.Date, phrases.Weekdays[(int)date.DayOfWeek - 1], date.Day, phrases.Months[date.Month - 1]);
        return date.Year == today.Year && date > today ? named : string.Format(CultureInfo.InvariantCulture, phrases.DateAndYear, named, date.Year);
    }

    /// <summary>A day by its name and date alone, whatever today is: "Friday, 25 December"; the year where it is another.</summary>
    public static string Day(LocalDate date, LocalDate today, string? language)
    {
        var phrases = PhrasesOf(language);
        var named = string.Format(CultureInfo.InvariantCulture, phrases.Date, phrases.Weekdays[(int)date.DayOfWeek - 1], date.Day, phrases.Months[date.Month - 1]);
        return date.Year == today.Year ? named : string.Format(CultureInfo.InvariantCulture, phrases.DateAndYear, named, date.Year);
    }

    /// <summary>A day by its date alone: "25 December"; the year where it is another.</summary>
    public static string Date(LocalDate date, LocalDate today, string? language)
    {
        var phrases = PhrasesOf(language);
        var named = string.Format(CultureInfo.InvariantCulture, phrases.DayAndMonth, date.Day, phrases.Months[date.Month - 1]);
        return date.Year == today.Year ? named : string.Format(CultureInfo.InvariantCulture, phrases.DateAndYear, named, date.Year);
    }

    /// <summary>A recurrence: "every day", "on weekdays", "on Mondays and Fridays", "3 times a week".</summary>
    public static string Of(Recurrence recurrence, string? language) => RecurrenceWording.Of(recurrence, PhrasesOf(language), language);

    /// <summary>A length: "2 hours 30 minutes". Empty where it is none.</summary>
    public static string Of(Period period, string? language) => RecurrenceWording.Of(period, PhrasesOf(language));

    /// <summary>A weekday's name in two or three letters, for charts and progress lines.</summary>
    public static string Abbreviate(IsoDayOfWeek day, string? language) => day == IsoDayOfWeek.None ? "" : PhrasesOf(language).Short[(int)day - 1];

    private static Phrases PhrasesOf(string? language) => language switch
    {
        Languages.Spanish => LatinPhrases.Spanish,
        Languages.Portuguese => LatinPhrases.Portuguese,
        Languages.Hindi => EasternPhrases.Hindi,
        Languages.Hebrew => EasternPhrases.Hebrew,
        _ => LatinPhrases.English,
    };
}
