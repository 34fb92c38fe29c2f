using System.Text.RegularExpressions;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Does for a habit that is named what the buttons of its card do: a photo as proof, sharing, another name.</summary>
internal static partial class HabitTitles
{
    private const int LongestText = 120;

    /// <summary>False: no button of a card, or no habit, is named.</summary>
    public static bool Try(HabitTurn turn, string text)
    {
        if (text.Length > LongestText || turn.Data.Habits.Count == 0) return false;
        var plain = PlainText.Of(text);
        if (Rename().Match(plain) is { Success: true } rename && Find(turn, rename.Groups["old"].Value) is { } old)
        {
            // The new name as it was written, not as it is compared.
            var name = text[^Math.Min(text.Length, rename.Groups["new"].Length)..];
            return Renamed(turn, old, rename.Groups["end"].Length > 0 ? rename.Groups["new"].Value : name);
        }

        if (Proof().Match(plain) is { Success: true } proof && Find(turn, proof.Groups["name"].Value) is { } proven)
        {
            Changing.Proof(turn, proven);
            return true;
        }

        if (Share().Match(plain) is not { Success: true } share || Find(turn, share.Groups["name"].Value) is not { } shared) return false;
        Changing.Share(turn, shared);
        return true;
    }

    private static bool Renamed(HabitTurn turn, Habit habit, string name)
    {
        if (HabitTurn.Named(name.Trim(' ', '.', '!', '"', '*'), HabitOptions.LongestName) is not { Length: > 0 } kept) return false;
        var renamed = habit with { Name = char.ToUpperInvariant(kept[0]) + kept[1..] };
        turn.Set(renamed);
        turn.SpeakOf(renamed);
        turn.Say(turn.Texts.Changed(renamed.Name, Changing.Describe(turn, renamed)));
        return true;
    }

    private static Habit? Find(HabitTurn turn, string said) =>
        NameMatch.Find(said, [.. turn.Data.Habits.Select(habit => habit.Name)]) is [var only] && NameMatch.Covers(said, turn.Data.Habits[only].Name) ? turn.Data.Habits[only] : null;

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        "^(please )?(rename|renombra|cambia el nombre de|renomeia|renomear|muda o nome de|muda o nome da|muda o nome do|תשנה את השם של|שנה את השם של|call) (?<old>.+) (to|a|por|para|ל|into) ?(?<new>.+)$"
        + "|^(?<old>.+) (का नाम|ka naam|ka nam) (badal kar |badalkar |बदलकर |बदल कर )?(?<new>.+) (?<end>कर दो|करो|रख दो|रखो|kar do|karo|rakh do|rakho)$", Plain)]
    private static partial Regex Rename();

    [GeneratedRegex(
        "^(please )?(ask( me)? for (a )?photos?( proof)? (of|for)|(a )?photo (needed|required|proof) (for|of)|require (a )?photo (for|of)|pide( una)? foto de|pedir foto de|foto obligatoria para"
        + "|pede( uma)? foto d[aeo]|pedir foto d[aeo]|foto obrigatoria para|בקש תמונה של|תבקש תמונה של|תמונה כהוכחה ל) ?(el |la |the |my |o |a )?(?<name>.+)$"
        + "|^(?<name>.+) (ki|की|के लिए|ke liye) (photo|फ़ोटो|फोटो) (maango|mango|मांगो|माँगो|चाहिए|chahiye)$", Plain)]
    private static partial Regex Proof();

    [GeneratedRegex(
        "^(please )?(share|unshare|stop sharing|comparte|compartir|compartilha|compartilhar|compartilhe|שתף את|תשתף את|תשתפי את) (el |la |the |my |o |a )?(?<name>[^ ]+( [^ ]+){0,3}?)"
        + "( with (my )?partner| con (mi )?companer[oa]| com (meu|minha) parceir[oa]| עם השותף)?$"
        + "|^(?<name>.+) (share karo|share kar do|साझा करो|साझा कर दो|शेयर करो|शेयर कर दो)$", Plain)]
    private static partial Regex Share();
}
