using NodaTime;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>A time of day as it was said.</summary>
/// <param name="Hour">0 to 24.</param>
/// <param name="Minute">0 to 59; behind the hour.</param>
/// <param name="Back">It is so many minutes before the hour: "quarter to eight".</param>
/// <param name="IsOpen">It may be in either half of the day.</param>
/// <param name="Next">The token behind it.</param>
internal readonly record struct Clock(int Hour, int Minute, int Back, bool IsOpen, int Next)
{
    /// <summary>Midnight by name: the end of the day that is named beside it.</summary>
    public bool IsMidnight { get; init; }

    /// <summary>Said in the manner of 24 hours, unless a part of the day follows: "7h", "7h da noite".</summary>
    public bool IsWide { get; init; }

    /// <summary>A number alone, which may be something else.</summary>
    public bool IsBare { get; init; }

    /// <summary>Nothing about it tells which half of the day.</summary>
    public bool IsUnclear => IsOpen && !IsWide;

    public Clock In(decimal meridiem) => this with { Hour = Hour % 12 + (int)meridiem, IsOpen = false, IsWide = false, IsBare = false };

    /// <summary>The times it may mean, the likeliest first, each with the days it lies behind the day that was named.</summary>
    public IReadOnlyList<(LocalTime Time, int Days)> Readings(PartOfDay? part)
    {
        if (!IsOpen || IsWide && part is null) return [At(Hour == 24 ? 0 : Hour, IsMidnight || Hour == 24 ? 1 : 0)];
        var hour = Hour % 12;
        return part switch
        {
            PartOfDay.Dawn or PartOfDay.Morning => [At(hour, 0)],
            PartOfDay.Afternoon => [At(hour + 12, 0)],
            PartOfDay.Evening => [hour == 0 ? At(0, 1) : At(hour + 12, 0)],
            PartOfDay.Night => [hour < 5 ? At(hour, 1) : At(hour + 12, 0)],
            _ => hour is >= 7 and <= 11 ? [At(hour, 0), At(hour + 12, 0)] : [At(hour + 12, 0), At(hour, hour == 0 ? 1 : 0)],
        };
    }

    private (LocalTime, int) At(int hour, int days)
    {
        var minutes = hour * 60 + Minute - Back;
        return minutes < 0 ? (Time(minutes + 1440), days - 1) : (Time(minutes), days);
    }

    private static LocalTime Time(int minutes) => new(minutes / 60 % 24, minutes % 60);
}
