using System.Text;

namespace WhatsAppBots.Understanding;

/// <summary>Emoji that stand for a thing or an activity: "🧘", "🏃‍♀️", "💧". Faces, hands, hearts and check marks tell a mood or an answer, and are none.</summary>
public static class Emoji
{
    private const int Joiner = 0x200D;
    private const int Variation = 0xFE0F;

    /// <summary>The places of such emoji, each with what joins it; and the emoji as it is compared, without skin and sex.</summary>
    public static IReadOnlyList<(int Start, int Length, string Plain)> In(string text)
    {
        List<(int, int, string)>? found = null;
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune) || !IsThing(rune.Value))
            {
                i += char.IsSurrogatePair(text, i) ? 2 : 1;
                continue;
            }

            var start = i;
            i += rune.Utf16SequenceLength;
            while (i < text.Length && Rune.TryGetRuneAt(text, i, out var next) && (next.Value is Joiner or Variation || IsModifier(next.Value)))
            {
                i += next.Utf16SequenceLength;

                // What is joined belongs to it: a sex, a tool.
                if (next.Value == Joiner && i < text.Length && Rune.TryGetRuneAt(text, i, out var joined)) i += joined.Utf16SequenceLength;
            }

            (found ??= []).Add((start, i - start, rune.ToString()));
        }

        return found ?? [];
    }

    private static bool IsModifier(int value) => value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsThing(int value) => value switch
    {
        // Fire, party, hundred, sparkles, hearts, hands, bottles of mood: no things that anybody would do.
        0x1F525 or 0x1F389 or 0x1F38A or 0x1F4AF or 0x1F4A5 or 0x1F4AB or 0x1F4AA or 0x1F4A9 or 0x1F480 or 0x1F44D or 0x1F44E => false,
        >= 0x1F440 and <= 0x1F450 => false,
        >= 0x1F490 and <= 0x1F49F => false,
        >= 0x1F600 and <= 0x1F64F => false,
        >= 0x1F910 and <= 0x1F92F => value is 0x1F93D,
        >= 0x1F970 and <= 0x1F97A => false,
        >= 0x1F1E6 and <= 0x1F1FF => false,
        >= 0x1F3FB and <= 0x1F3FF => false,
        >= 0x1F300 and <= 0x1F5FF => true,
        >= 0x1F680 and <= 0x1F6FF => true,
        >= 0x1F900 and <= 0x1FAFF => true,

        // Ball games, coffee, a church: signs of old that are things.
        0x26BD or 0x26BE or 0x26F3 or 0x26F9 or 0x26F7 or 0x26F8 or 0x2615 or 0x26EA or 0x270D or 0x270F or 0x2708 => true,
        _ => false,
    };
}
