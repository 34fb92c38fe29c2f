using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace WhatsAppBots.Bots.Habits;

/// <summary>Ids of buttons and rows: <c>habits:verb:argument</c>. Each works whenever it is pressed.</summary>
internal static class HabitIds
{
    public const string Prefix = HabitsModule.Name + ":";

    /// <summary>The one timer: it is set for whatever comes next.</summary>
    public const string Timer = Prefix + "next";

    public const string Menu = Prefix + "menu";
    public const string Add = Prefix + "add";
    public const string Status = Prefix + "status";
    public const string Next = Prefix + "next";
    public const string List = Prefix + "list";
    public const string Settings = Prefix + "settings";
    public const string Tones = Prefix + "tones";
    public const string Ladders = Prefix + "ladders";
    public const string Quiet = Prefix + "quiet";
    public const string AskPause = Prefix + "pause";
    public const string Resume = Prefix + "resume";
    public const string PartnerInfo = Prefix + "partner";
    public const string Invite = Prefix + "invite";
    public const string Leave = Prefix + "leave";
    public const string Restore = Prefix + "restore";
    public const string ShowReport = Prefix + "report";
    public const string KeepZone = Prefix + "zone";
    public const string Look = Prefix + "look";

    /// <summary>Nothing is due until tomorrow.</summary>
    public const string Break = Prefix + "break";

    /// <summary>The second of two offers is to be: the habit that is there changes.</summary>
    public const string AcceptOther = Prefix + "accept:1";

    /// <summary>One message in the morning and one in the evening.</summary>
    public const string FewerMessages = Prefix + "fewer";

    /// <summary>A message for each habit again.</summary>
    public const string MoreMessages = Prefix + "more-messages";

    /// <summary>The offer to make it easier.</summary>
    public const string Easier = Prefix + "easier";

    /// <summary>A habit is to be due on fewer days.</summary>
    public const string FewerDays = Prefix + "fewerdays";

    /// <summary>A habit is to have a smaller target.</summary>
    public const string Smaller = Prefix + "smaller";

    /// <summary>All stays as it is.</summary>
    public const string Keep = Prefix + "keep";

    /// <summary>What was offered is to be.</summary>
    public const string Accept = Prefix + "accept";

    public static string Tone(Tone tone) => Of("tone", tone);
    public static string Ladder(Ladder ladder) => Of("ladder", ladder);
    public static string First(PunishmentKind kind) => Of("first", kind);
    public static string Punished(PunishmentKind kind) => Of("punished", kind);
    public static string Done(int habit) => Of("done", habit);

    /// <summary>Marks a habit done on the day that the button is about.</summary>
    public static string Done(int habit, LocalDate day) => Of("done", $"{habit}:{LocalDatePattern.Iso.Format(day)}");

    /// <summary>Takes the mark of a day back.</summary>
    public static string Undone(int habit, LocalDate day) => Of("undone", $"{habit}:{LocalDatePattern.Iso.Format(day)}");

    /// <summary>No longer on that weekday; 1 is Monday.</summary>
    public static string DropDay(int habit, int weekday) => Of("dropday", $"{habit}:{weekday}");

    /// <summary>A limit was not kept that day.</summary>
    public static string Slip(int habit, LocalDate day) => Of("slip", $"{habit}:{LocalDatePattern.Iso.Format(day)}");

    /// <summary>Button that makes a habit of one day a habit of that weekday, each week.</summary>
    public static string Weekly(int habit) => Of("weekly", habit);

    /// <summary>Removes several.</summary>
    public static string RemoveAll(IEnumerable<int> habits) => Of("removeall", string.Join('.', habits));

    /// <summary>Marks these done on a day.</summary>
    public static string DoneAll(IEnumerable<int> habits, LocalDate day) =>
        Of("doneall", $"{string.Join('.', habits)}:{LocalDatePattern.Iso.Format(day)}");

    public static string Show(int habit) => Of("habit", habit);
    public static string More(int habit) => Of("more", habit);
    public static string Skip(int habit) => Of("skip", habit);

    /// <summary>Takes the last mark of that day back.</summary>
    public static string Undo(int habit, LocalDate day) => Of("undo", $"{habit}:{LocalDatePattern.Iso.Format(day)}");
    public static string Remove(int habit) => Of("remove", habit);
    public static string Retime(int habit) => Of("retime", habit);
    public static string Redays(int habit) => Of("redays", habit);
    public static string Retarget(int habit) => Of("target", habit);
    public static string Proof(int habit) => Of("proof", habit);
    public static string Share(int habit) => Of("share", habit);
    public static string Start(int habit, LocalTime start) => Of("start", $"{habit}:{start:HHmm}");
    public static string Deadline(int habit, LocalTime deadline) => Of("deadline", $"{habit}:{deadline:HHmm}");
    public static string Count(int habit, int count) => Of("count", $"{habit}:{count}");
    public static string Freeze(int habit, LocalDate day) => Of("freeze", $"{habit}:{LocalDatePattern.Iso.Format(day)}");
    public static string Take(string proof, int habit) => Of("take", $"{habit}:{proof}");
    public static string Confirm(bool yes) => Of("confirm", yes ? "yes" : "no");

    /// <summary>Pauses one habit; the habit comes after the verb, the day it ends behind that.</summary>
    public static string PauseVerb(LocalDate? until) => until is { } day ? "pauseone:" + LocalDatePattern.Iso.Format(day) : "pauseone";

    /// <summary>Pauses these until a day; null: until they say so.</summary>
    public static string PauseSome(IEnumerable<int> habits, LocalDate? until) =>
        Of("pausesome", until is { } day ? $"{string.Join('.', habits)}:{LocalDatePattern.Iso.Format(day)}" : string.Join('.', habits));

    /// <summary>Pauses everything from one day until another.</summary>
    public static string PauseAll(LocalDate from, LocalDate back) => Of("pauseall", $"{LocalDatePattern.Iso.Format(from)}:{LocalDatePattern.Iso.Format(back)}");

    /// <summary>A verb with the day it is for, which comes behind the habit.</summary>
    public static string DayVerb(string verb, LocalDate? day) => day is { } date ? $"{verb}:{LocalDatePattern.Iso.Format(date)}" : verb;

    /// <summary>Verb and argument of an id; null where it is not this bot's.</summary>
    public static (string Verb, string Argument)? Read(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var parts = id[Prefix.Length..].Split(':', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static string Of(string verb, object argument) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{verb}:{argument}");
}
