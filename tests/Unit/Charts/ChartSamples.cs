using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Unit.Tests.Charts;

/// <summary>A week in each of the languages.</summary>
internal static class ChartSamples
{
    public static WeekChart In(string language) => language switch
    {
        "en" => Of(language, "Your week", "16 – 22 November", "Mon Tue Wed Thu Fri Sat Sun", "17 of 24 done", "Meditation", "12 days"),
        "es" => Of(language, "Tu semana", "del 16 al 22 de noviembre", "lun mar mié jue vie sáb dom", "17 de 24", "Meditación", "12 días"),
        "pt" => Of(language, "Sua semana", "16 a 22 de novembro", "seg ter qua qui sex sáb dom", "17 de 24 feitos", "Meditação", "12 dias"),
        "hi" => Of(language, "आपका सप्ताह", "16 – 22 नवंबर", "सोम मंगल बुध गुरु शुक्र शनि रवि", "24 में से 17 पूरे", "ध्यान करना", "12 दिन"),
        "he" => Of(language, "השבוע שלך", "15–21 בנובמבר", "א׳ ב׳ ג׳ ד׳ ה׳ ו׳ ש׳", "17 מתוך 24", "מדיטציה", "12 ימים"),
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    public static WeekChart With(params string[] names) => In("en") with { Habits = [.. names.Select(name => new ChartHabit(name, "ddmdddd", "12 days"))] };

    private static WeekChart Of(string language, string title, string subtitle, string days, string footer, string habit, string streak) => new(
        title, subtitle, language,
        [.. days.Split(' ').Zip([(3, 4), (4, 4), (2, 4), (4, 4), (1, 3), (0, 2), (0, 0)], (label, day) => new ChartDay(label, day.Item1, day.Item2))],
        [new ChartHabit(habit, "ddmdddd", streak), new ChartHabit("Gym", "domfott", "")], footer);
}
