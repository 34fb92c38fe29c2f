using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace WhatsAppBots.Data;

/// <summary>How long rows of the big tables are kept.</summary>
public sealed class RetentionOptions
{
    private const int MostDays = 3653;

    /// <summary>Messages and their statuses (MESSAGES_KEPT, days), 12 months.</summary>
    public TimeSpan Messages { get; init; } = TimeSpan.FromDays(366);

    /// <summary>What was received and not understood, raw (UPDATES_KEPT, days), 30 days.</summary>
    public TimeSpan Updates { get; init; } = TimeSpan.FromDays(30);

    /// <summary>People who wrote nothing since (IDLE_KEPT, days), 24 months.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromDays(731);

    /// <summary>Causes of inputs: longer than anyone sends again (Meta: 7 days).</summary>
    public TimeSpan Seen { get; init; } = TimeSpan.FromDays(8);

    /// <summary>
    /// The age from which a message or status is late: it may have been forgotten by then, so it is kept and never handled. A day
    /// less than <see cref="Seen"/>, since partitions go by whole days.
    /// </summary>
    public TimeSpan Late => Seen - TimeSpan.FromDays(1);

    /// <summary>Event ids: longer than a bus delivers again.</summary>
    public TimeSpan Consumed { get; init; } = TimeSpan.FromDays(60);

    /// <summary>The options as the settings give them.</summary>
    /// <exception cref="FormatException">A setting is no number of days from 1 to 3653; the message names it.</exception>
    public static RetentionOptions Read(IConfiguration configuration)
    {
        var defaults = new RetentionOptions();
        return new RetentionOptions { Messages = Days("MESSAGES_KEPT", defaults.Messages), Updates = Days("UPDATES_KEPT", defaults.Updates), Idle = Days("IDLE_KEPT", defaults.Idle) };

        TimeSpan Days(string name, TimeSpan otherwise) => configuration[name] is not { Length: > 0 } text
            ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays
                ? TimeSpan.FromDays(days)
                : throw new FormatException($"{name} is \"{text}\"; it takes days, 1 to {MostDays}.");
    }
}
