using System.Globalization;
using System.Text;

namespace WhatsAppBots.Images.Writing;

/// <summary>What is drawn for a letter or sign that no font has. Never an empty box: it says nothing, and looks broken.</summary>
internal static class Substitutes
{
    /// <summary>The like of a grapheme cluster, each with its font; nothing where there is none.</summary>
    public static IEnumerable<(string Text, FontFace Face)> Of(string element, bool isBold)
    {
        // "①" is "1", "㎏" is "kg"; a bar of shades stays a bar; a keycap of text, or a letter below a heap of marks, is what it stands on.
        foreach (var like in (string[])[element.Normalize(NormalizationForm.FormKD), Shade(element), Base(element)])
        {
            List<(string Text, FontFace Face)> found = [];
            var elements = StringInfo.GetTextElementEnumerator(like);
            while (elements.MoveNext() && Fonts.For(elements.GetTextElement(), isBold, null) is { } face) found.Add((elements.GetTextElement(), face));
            if (found.Count > 0 && found.Sum(part => part.Text.Length) == like.Length) return found;
        }

        return [];
    }

    // https://www.unicode.org/charts/PDF/U2580.pdf
    private static string Shade(string element) => element[0] switch
    {
        '\u2591' or '\u2592' => "\u25A1",
        >= '\u2580' and <= '\u259F' => "\u25A0",
        >= '\u2500' and <= '\u257F' => "–",
        _ => "",
    };

    private static string Base(string element) => Rune.GetRuneAt(element, 0).ToString();
}
