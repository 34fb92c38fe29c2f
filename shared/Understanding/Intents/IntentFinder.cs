using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>A phrase of an intent in a text.</summary>
/// <param name="Start">First token.</param>
/// <param name="IsName">It belongs to the name as well: "ran", "llamar".</param>
internal readonly record struct IntentPhrase(Intent Intent, int Start, int Length, int Score, bool IsName);

/// <summary>Weighs the phrases of intents by where they stand; what the text says of time and money decides where none does.</summary>
internal static class IntentFinder
{
    private static readonly Intent[] _strongest = [Intent.Undo, Intent.Cancel, Intent.Done, Intent.Decline, Intent.Agree, Intent.Thank, Intent.Greet];

    public static IReadOnlyList<Intent> Find(Frame frame, TextReading reading, out List<IntentPhrase> phrases)
    {
        phrases = Phrases(frame, reading);
        var scores = new Dictionary<Intent, int>();
        foreach (var phrase in phrases)
        {
            if (phrase.Score > scores.GetValueOrDefault(phrase.Intent)) scores[phrase.Intent] = phrase.Score;
        }

        Imply(reading, scores);
        if (reading.Recurrences.Count > 0
            || scores.Keys.Any(intent => intent is not (Intent.Thank or Intent.Greet or Intent.Agree) && scores[intent] >= 200))
        {
            // "post the summary every sunday" asks for none.
            if (reading.Recurrences.Count > 0) foreach (var asked in (Intent[])[Intent.Status, Intent.Next, Intent.List,
                Intent.Balance]) scores.Remove(asked);

            // "… every night. Thank you so much": courtesy beside a wish.
            scores.Remove(Intent.Thank);
            scores.Remove(Intent.Greet);
        }

        // "pause all my habits": what is to be done with the list.
        if (scores.Keys.Any(intent =>
            intent is Intent.Pause or Intent.Remove or Intent.Skip or Intent.Resume or Intent.Undo or Intent.Done
            && scores[intent] >= 200)) scores.Remove(Intent.List);

        // "har friday done tasks archive karna": what comes again and again is not done yet.
        if (reading.Recurrences.Count > 0 && scores.ContainsKey(Intent.Done) && SaysEvery(frame)) scores.Remove(Intent.Done);
        if (scores.Count == 0) return [Intent.None];
        var best = scores.Values.Max();
        List<Intent> likeliest = [.. scores.Where(score => score.Value == best).Select(score => score.Key)];

        // "no nothing, forget it", "yes, done": one answer in several words.
        return best == 15 ? [likeliest.MinBy(intent => Array.IndexOf(_strongest, intent) is >= 0 and var rank ? rank : _strongest.Length)] : likeliest.Contains(Intent.Count) && reading.Counts.Count > 0 ? [Intent.Count]
            : likeliest.Contains(Intent.Remove) && likeliest.Contains(Intent.List) ? [Intent.Remove]
            : likeliest.Contains(Intent.Undo) ? [Intent.Undo] : [.. likeliest.Order()];
    }

    private static bool SaysEvery(Frame frame)
    {
        for (var i = 0; i < frame.Text.Count; i++)
        {
            if (frame.IsFound(i) && (frame.Text.Has(i, Kind.Every) || frame.Text.Has(i, Kind.Daily)
                || frame.Text.Has(i, Kind.EachPart))) return true;
        }

        return false;
    }

    private static void Imply(TextReading reading, Dictionary<Intent, int> scores)
    {
        void AtLeast(Intent intent, int score) => scores[intent] = Math.Max(score, scores.GetValueOrDefault(intent));
        if (reading.Amounts.Count > 0)
        {
            AtLeast(Intent.Stake, reading.Amounts[0].Start == 0 ? 140 : 120);
            if (scores[Intent.Stake] > 120) scores[Intent.Stake] += 400;
        }

        if (reading.Recurrences.Count > 0) AtLeast(Intent.Add, 130);
        if (reading.Counts.Count > 0)
        {
            var planned = reading.Moments.Any(moment => moment.Likeliest.Role == MomentRole.By);
            if (reading.Counts.Any(count => count.Likeliest.IsAdded)) AtLeast(Intent.Count, 110);
            else if (planned) AtLeast(Intent.Add, 60);
            else if (reading.Recurrences.Count == 0) AtLeast(Intent.Count, 40);
        }
    }

    private static List<IntentPhrase> Phrases(Frame frame, TextReading reading)
    {
        var phrases = new List<IntentPhrase>();
        var counted = reading.Counts.Count > 0;
        var recurs = reading.Recurrences.Count > 0;
        for (var i = 0; i < frame.Text.Count; i++)
        {
            if (frame.IsQuoted(i)) continue;
            if (PastForms.IsAt(frame, i, recurs, reading)) phrases.Add(new IntentPhrase(counted ? Intent.Count
                : Intent.Done, i, 1, PastForms.Score, true));
            foreach (var sense in frame.Text.At(i))
            {
                if (sense.Kind != Kind.Intent) continue;
                if (sense.Text == "*^" && sense.Value == (int)Intent.Done && frame.Text.Ends(i, Kind.Not))
                {
                    // "no medité", "לא קראתי": what was not done.
                    phrases.Add(new IntentPhrase(Intent.Undo, i, sense.Length, 400, true));
                    continue;
                }

                // Spanish "y" is no English "y".
                if (sense.Text == "=" && frame.Text.Count > 1 && (frame.Text.Has(i, Kind.And) || frame.IsFound(i))) continue;
                if (Score(frame, i, sense) is not { } score) continue;
                var intent = (Intent)(int)sense.Value;
                // "read 20 pages every day" is no report.
                if (recurs && (intent == Intent.Count || intent == Intent.Done && sense.Text.StartsWith('*'))) continue;
                if (intent == Intent.Count && !counted) continue;
                if (intent == Intent.Done && counted && sense.Text.StartsWith('*')) intent = Intent.Count;
                phrases.Add(new IntentPhrase(intent, i, sense.Length, score, sense.Text.StartsWith('*')));
            }
        }

        return phrases;
    }

    private static int? Score(Frame frame, int i, Sense sense)
    {
        var weak = sense.Text.StartsWith('~');
        var place = sense.Text.TrimStart('~', '*');
        var end = i + sense.Length;
        var begins = i == frame.First || i == frame.FirstSaid;
        var ends = end == frame.Last || end == frame.LastSaid;
        int? score = place switch
        {
            "=" => frame.IsAlone(i, end) ? 1000 : frame.BeginsClause(i) && frame.EndsClause(end) ? 15 : null,
            "^" => begins ? 300 : frame.BeginsClause(i) ? 200 : sense.Length > 2 && frame.FollowsAnd(i) ? 200 : null,
            "$" => ends ? 240 : end >= frame.Text.Count || frame.Text.Tokens[end].IsSign ? 200 : null,
            _ => 220,
        };
        if (score == 15) return score;
        return weak ? score / 10 : score + 20 * sense.Length;
    }
}
