using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>What the AI said in place of what rules read, as the bot takes it: times and numbers that rules read stay, see <see cref="Wish.Over"/>.</summary>
internal static class AiReading
{
    public static Utterance Over(Utterance rules, Wish wish) => rules with
    {
        Intents = [wish.Intent],
        Name = wish.Names.Count == 0 ? rules.Name : wish.Intent == Intent.Add ? wish.Name : wish.Names[0],
        Names = wish.Names.Count == 0 ? rules.Names : [],
        Reading = rules.Reading with
        {
            Moments = rules.Reading.Moments.Count > 0 ? rules.Reading.Moments : [.. Moments(wish)],
            Recurrences = rules.Reading.Recurrences.Count > 0 || wish.Days is not { } days
                ? rules.Reading.Recurrences
                : [One(new Recurrence { Days = days.Weekdays, TimesAWeek = days.TimesAWeek })],
            Counts = rules.Reading.Counts.Count > 0 || wish.Count is not { } count ? rules.Reading.Counts : [One(new Count(count, null, false))],
        },
    };

    // One beginning and one end, as times.
    private static IEnumerable<Mention<Moment>> Moments(Wish wish)
    {
        if (wish.Start is { } from) yield return One(new Moment(default, from));
        if (wish.Deadline is { } by) yield return One(new Moment(default, by) { Role = MomentRole.By });
    }

    private static Mention<T> One<T>(T reading) => new(0, 0, [reading]);
}
