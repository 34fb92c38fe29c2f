using System.Text.RegularExpressions;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>"Set water back to zero": all of today's marks of one habit go, not only the last.</summary>
internal static partial class Resetting
{
    private const int LongestText = 80;

    /// <summary>False: it is something else, or names no habit.</summary>
    public static bool Try(HabitTurn turn, string text)
    {
        if (text.Length > LongestText || turn.Data.Habits.Count == 0) return false;
        if (ToZero().Match(PlainText.Of(text).TrimStart('\u00bf', '\u00a1')) is not { Success: true } match) return false;
        if (WhichHabits.Exactly(turn, match.Groups["name"].Value) is not { } habit) return false;
        Correcting.NotDone(turn, [habit], turn.Today, isReset: true);
        return true;
    }

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        "^(please |can you |could you )?(set|reset|put|change|bring|take|start) (my |the )?(?<name>.+?)( count| counter)?( back)?"
        + "( to| at| from) (zero|0|nothing|scratch)( again| today| please)*$"
        + "|^(please )?reset (my |the )?(?<name>.+?)( count| counter)?( today| please)*$"
        + "|^(por favor )?(pon|poner|deja|dejar|vuelve a poner|pasa) (el |la |los |las |mi |mis )?(?<name>.+?) (a|en) (cero|0)( "
        + "otra vez| por favor)*$"
        + "|^(por favor )?(reinicia|reiniciar|resetea|resetear) (el |la |los |las |mi |mis )?(?<name>.+?)$"
        + "|^(por favor )?(coloca|bota|poe|volta|deixa) (a |o |as |os |meu |minha )?(?<name>.+?) (em|pra|para|a|no) (zero|0)$"
        + "|^(por favor )?(zera|zerar|zere|reseta|resetar|reinicia|reiniciar) (a |o |as |os |meu |minha )?(?<name>.+?)$"
        + "|^(?<name>.+?) (ko |को )?(wapas |वापस )?(zero|0|ज़ीरो|जीरो|शून्य) (par |pe |पर )?(kar do|karo|kar de|कर दो|करो|कर दे)$"
        + "|^(?<name>.+?) (ko |को )?(reset|रीसेट) (kar do|karo|kar de|कर दो|करो|कर दे)$"
        + "|^(אפס|תאפס|תאפסי|לאפס) (בבקשה )?(את )?(?<name>.+?)$"
        + "|^(תחזיר|החזר|תחזירי|תשים|תשימי|שים) (את )?(?<name>.+?) (לאפס|על אפס|ל-0|ל 0)$", Plain)]
    private static partial Regex ToZero();
}
