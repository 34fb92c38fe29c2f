using System.Globalization;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace WhatsAppBots.Bots.Habits;

/// <summary>What the bot is given from outside.</summary>
/// <param name="AsksAi">There is an AI to ask where rules are at a loss.</param>
/// <param name="Secret">Makes codes of invitations that nobody can guess.</param>
public sealed record HabitOptions(bool AsksAi, string Secret)
{
    /// <summary>Habits a person may have.</summary>
    public const int MostHabits = 20;

    /// <summary>Freezes a month.</summary>
    public const int FreezesAMonth = 2;

    /// <summary>Characters of a habit's name.</summary>
    public const int LongestName = 60;

    /// <summary>Characters of what is counted: glasses.</summary>
    public const int LongestUnit = 20;

    /// <summary>Characters of a person's name.</summary>
    public const int LongestPersonName = 40;

    /// <summary>Characters of a photo's caption that are read and kept; WhatsApp's longest is little longer.</summary>
    public const int LongestCaption = 1000;

    /// <summary>Days of a week on which something counted, before its report is worth sending.</summary>
    public int DaysBeforeReport { get; init; } = 3;

    /// <summary>After so many days without a word there is one message a day at most.</summary>
    public int BackOffDays { get; init; } = 2;

    /// <summary>After so many days without a word there is a last one, and then nothing until they write.</summary>
    public int LastWordDays { get; init; } = 4;

    /// <summary>Templates a person and day: what is said outside WhatsApp's 24-hour window, and costs money.</summary>
    public int TemplatesADay { get; init; } = 1;

    /// <summary>What falls due within so many minutes is said together.</summary>
    public int TogetherMinutes { get; init; } = 15;

    /// <summary>The same as a length of time.</summary>
    internal Duration Together => Duration.FromMinutes(TogetherMinutes);

    /// <summary>With what the settings that begin with HABITS_ say.</summary>
    /// <exception cref="FormatException">One of them makes no sense; the message names it.</exception>
    public HabitOptions With(IConfiguration configuration)
    {
        var read = this with
        {
            DaysBeforeReport = Number(configuration, "HABITS_REPORT_DAYS", DaysBeforeReport, 1, 7),
            BackOffDays = Number(configuration, "HABITS_BACKOFF_DAYS", BackOffDays, 1, 30),
            LastWordDays = Number(configuration, "HABITS_LAST_WORD_DAYS", LastWordDays, 1, 30),
            TemplatesADay = Number(configuration, "HABITS_TEMPLATES_A_DAY", TemplatesADay, 0, 20),
            TogetherMinutes = Number(configuration, "HABITS_TOGETHER_MINUTES", TogetherMinutes, 0, 60),
        };
        return read.BackOffDays <= read.LastWordDays
            ? read
            : throw new FormatException("HABITS_BACKOFF_DAYS is more than HABITS_LAST_WORD_DAYS.");
    }

    private static int Number(IConfiguration configuration, string name, int otherwise, int least, int most) =>
        configuration[name] is not { Length: > 0 } given ? otherwise
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new FormatException($"{name} is \"{given}\"; it takes a number from {least} to {most}.");
}
