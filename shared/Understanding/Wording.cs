using NodaTime;

namespace WhatsAppBots.Understanding;

/// <summary>Says times, days and recurrences so that people of a language read them, and <see cref="TextReader"/> reads them back.</summary>
public static class Wording
{
    /// <summary>A time of day: <c>7:00 AM</c> in English, <c>07:00</c> elsewhere.</summary>
    public static string Of(LocalTime time, string? language) => throw new NotImplementedException();

    /// <summary>A day seen from today: "today", "tomorrow", "Friday, 25 December"; the year where it is another.</summary>
    public static string Of(LocalDate date, LocalDate today, string? language) => throw new NotImplementedException();

    /// <summary>A recurrence: "every day", "on weekdays", "on Mondays and Fridays", "3 times a week".</summary>
    public static string Of(Recurrence recurrence, string? language) => throw new NotImplementedException();

    /// <summary>A length: "2 hours 30 minutes".</summary>
    public static string Of(Period period, string? language) => throw new NotImplementedException();

    /// <summary>A weekday's name in two or three letters, for charts and progress lines.</summary>
    public static string Abbreviate(IsoDayOfWeek day, string? language) => throw new NotImplementedException();
}
