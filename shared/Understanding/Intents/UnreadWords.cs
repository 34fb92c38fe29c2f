using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Tells which words of a text no part of its reading used.</summary>
internal static class UnreadWords
{
    // Words that say when, how often or but what: where a name holds them, something was not understood.
    private static readonly Kind[] _loud =
        [Kind.Every, Kind.TimesWord, Kind.AWeek, Kind.Weekday, Kind.Weekdays, Kind.Daily, Kind.Except, Kind.ExceptAfter, Kind.Meridiem, Kind.HourMark, Kind.EveryOther, Kind.Nth];

    // In the name of what is new they tell that a time or a number was not understood.
    private static readonly Kind[] _loudInNames =
        [Kind.Half, Kind.Plus, Kind.AndHalf, Kind.AndQuarter, Kind.ADay, Kind.AtMost, Kind.Until, Kind.Within, Kind.Ago, Kind.Noon, Kind.Midnight, Kind.MonthEnd,
            Kind.EachMonth, Kind.Monthly, Kind.Weekly, Kind.Workdays, Kind.Weekends, Kind.EveryOtherDay, Kind.Month, Kind.Unit,
                Kind.Daily, Kind.Next, Kind.NextAfter, Kind.EitherDay, Kind.Day, Kind.Between];

    private static readonly Intent[] _harmless = [Intent.Status, Intent.Next, Intent.List, Intent.Greet, Intent.Thank, Intent.Agree, Intent.Decline, Intent.Cancel];
    private static readonly Intent[] _negative = [Intent.Undo, Intent.Skip, Intent.Decline, Intent.Remind, Intent.Pause];

    /// <param name="used">The tokens of the name and of the phrases that were taken.</param>
    /// <param name="said">The tokens that "except" leaves.</param>
    /// <param name="isLimit">"No" is part of what is to be left off.</param>
    public static IReadOnlyList<string> In(Frame frame, Intent intent, List<IntentPhrase> phrases, bool[] used, bool isLimit, (int From, int To) said)
    {
        var text = frame.Text;
        var unread = new List<string>();
        var verbs = new bool[text.Count];
        foreach (var phrase in phrases)
        {
            // Weak phrases, and those that are names as well, are no second act.
            if (phrase.Intent == intent || phrase.IsName || phrase.Score < 200 || !IsAct(phrase.Intent)) continue;
            for (var at = phrase.Start; at < phrase.Start + phrase.Length; at++) verbs[at] = true;
        }

        var isLoud = false;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.Tokens[i].IsWord && !text.Tokens[i].IsDigits || frame.IsFound(i) || frame.IsQuoted(i)) continue;

            // What is left out is known by its name.
            if ((i < said.From || i >= said.To) && intent is not (Intent.Add or Intent.Change)) continue;
            if (used[i] && Frame.IsTakenPhrase(i, phrases, intent)) continue;
            var isNew = intent is Intent.Add or Intent.Remind && !text.Has(i, Kind.Early) && !text.Has(i, Kind.Late) && !frame.IsQuoted(i) && !(isLimit && (text.Has(i, Kind.AtMost) || text.Has(i, Kind.Until)));
            if (!used[i] && text.Has(i, Kind.Filler, out var filler) && filler.Length == 1) continue;
            var isOnly = text.Has(i, Kind.OnlyWord, out var only) && i + only.Length < text.Count && frame.IsCount[i + only.Length];
            var loud = isNew && (text.Tokens[i].IsDigits || isOnly && !isLimit || used[i] && !frame.IsSmall(i) && text.Has(i, Kind.Doubt)
                || IsAny(text, i, _loudInNames)) || verbs[i] || text.Tokens[i].IsDigits && !used[i] || IsLoud(text, i) || !isLimit
                && text.Has(i, Kind.Not) && !_negative.Contains(intent);
            if (loud && !_harmless.Contains(intent) || !used[i] && !frame.IsSmall(i) && !text.Has(i, Kind.Little) && !text.Has(i, Kind.And))
                unread.Add(text.Text[text.Tokens[i].Start..text.Tokens[i].End]);
            isLoud |= loud && !_harmless.Contains(intent);
        }

        // Chatter beside the matter is no reason to doubt it.
        if (!isLoud) return [];
        return unread;
    }

    private static bool IsLoud(Sentence text, int i) => IsAny(text, i, _loud);

    private static bool IsAny(Sentence text, int i, Kind[] kinds)
    {
        foreach (var sense in text.At(i))
        {
            if (kinds.Contains(sense.Kind)) return true;
        }

        return false;
    }

    private static bool IsAct(Intent intent) => intent is Intent.Add or Intent.Done or Intent.Count or Intent.Undo or Intent.Remove or Intent.Pause
        or Intent.Resume or Intent.Change or Intent.Skip or Intent.Remind;
}
