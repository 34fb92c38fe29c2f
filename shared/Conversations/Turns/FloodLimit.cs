using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Outbox;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>
/// The limit of what one person's messages are handled one by one. What is over it is kept in the history and not handled; when it is calm
/// again the bot answers all of it once. A bucket that leaks, kept as one time: the moment it will be empty.
/// </summary>
/// <param name="rate">Texts at once, and texts regained a second.</param>
internal sealed class FloodLimit(Rate rate)
{
    /// <summary>The timer that ends a flood. A release that does not know it hands it to a bot, which ignores it.</summary>
    public const string Timer = "conversation:calm-again";

    /// <summary>How long after the last message that was held it is calm.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);

    // Pictures, taps, places and the like: a phone sends a hundred pictures at one touch.
    private const double OtherWeight = 0.25;

    // What is held counts this far beyond the burst, and so keeps the limit reached while it goes on.
    private const double MostHeld = 5;

    // Commands are heard beyond that: an opt-out in the midst of a flood is an opt-out.
    private const double MostUrgent = 10;

    // Who is calm again can talk as before.
    private const double Regained = 10;

    /// <summary>Counts a message.</summary>
    /// <param name="until">The time kept with the conversation.</param>
    /// <param name="isUrgent">Whether a message is a command, asked only where the limit is reached.</param>
    /// <returns>Whether the message is held, and the time to keep.</returns>
    public (bool Held, DateTimeOffset? Until) Count(
        DateTimeOffset? until, IncomingMessage message, Func<IncomingMessage, bool> isUrgent, DateTimeOffset now)
    {
        var weight = message.Content switch
        {
            TextContent => 1,
            ReactionContent or EditContent or RevokeContent or SystemContent => 0,
            _ => OtherWeight,
        };
        if (weight == 0 || rate.IsUnlimited) return (false, until);

        // By when it was written: what was typed in an hour and arrives at once, after an outage, is no flood.
        var at = message.At < now ? message.At : now;
        var level = Level(until, at);
        if (level > Full || (level + weight > rate.Burst && Level(until, now) + weight <= Regained))
        {
            // Written before what was counted last, so it counts by its arrival: a webhook that came again a minute later, in a calm
            // chat. Too much then too: the clock was set back.
            (at, level) = (now, Level(until, now));
            if (level > Full) level = 0;
        }

        var next = level + weight;
        if (next <= rate.Burst || (next <= rate.Burst + MostUrgent && isUrgent(message))) return (false, at + After(next));
        return (true, at + After(Math.Max(level, Math.Min(next, rate.Burst + MostHeld))));
    }

    /// <summary>The time to keep once the flood was answered.</summary>
    public DateTimeOffset? Ended(DateTimeOffset? until, DateTimeOffset now)
    {
        var regained = now + After(Math.Max(0, rate.Burst - Regained));
        return rate.IsUnlimited ? null : until > regained ? regained : until;
    }

    private double Full => rate.Burst + MostUrgent + 1;

    private double Level(DateTimeOffset? until, DateTimeOffset at) => until > at ? (until.Value - at).TotalSeconds * rate.PerSecond : 0;

    // PostgreSQL keeps microseconds.
    private TimeSpan After(double texts)
    {
        var ticks = TimeSpan.FromSeconds(texts / rate.PerSecond).Ticks;
        return new TimeSpan(ticks - (ticks % TimeSpan.TicksPerMicrosecond));
    }
}
